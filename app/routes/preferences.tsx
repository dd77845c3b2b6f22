// Keeps a reader's theme and language in two cookies; a plain form post from the menu of the bar.
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '#core/paths.ts';
import { SPOKEN } from '#locales/catalogue.ts';
import { readForm } from '../forms.ts';
import { localPath } from '../local-path.ts';

const YEAR = 365 * 24 * 60 * 60;
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  theme: ['system', 'light', 'dark'],
  lang: SPOKEN,
};

export async function action({ request }: ActionFunctionArgs) {
  const values = await readForm(request);
  const headers = new Headers();
  for (const [name, allowed] of Object.entries(CHOICES)) {
    const value = values[name];
    if (value !== undefined && allowed.includes(value)) {
      headers.append('Set-Cookie', `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax`);
    }
  }
  return redirect(localPath(values.back), { headers });
}

export function loader() {
  return redirect(paths.home);
}

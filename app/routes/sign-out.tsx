// Ends the session; a plain form post from the menu of the bar.
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '#core/paths.ts';

export async function action({ context, request }: ActionFunctionArgs) {
  const { headers } = await context.sessions.signOut(request);
  return redirect(paths.home, { headers });
}

export function loader() {
  return redirect(paths.home);
}

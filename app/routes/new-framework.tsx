// Making a framework: a template, a title, an address, a language, a licence, who may read.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { slugOf } from '#core/framework/slug.ts';
import { TEMPLATES, templateOf } from '#core/framework/templates.ts';
import { paths } from '#core/paths.ts';
import { can } from '#core/policy.ts';
import { refuse } from '#core/refusal.ts';
import { SPOKEN } from '#locales/catalogue.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { ErrorPage } from '../components/error-page.tsx';
import { FormFields, RadioGroup, Select } from '../components/field.tsx';
import { FormActions, FormSheet } from '../components/form-sheet.tsx';
import { Headline, Page } from '../components/page.tsx';
import { checkForm, readForm, refusedForm, wrongForm } from '../forms.ts';
import { newFrameworkSchema } from '../framework/details.ts';
import { LicenceSelect } from '../framework/licence-select.tsx';
import { TemplateRadios } from '../framework/template-radios.tsx';
import { TitleAndSlug } from '../framework/title-and-slug.tsx';
import { useLanguage, useT, words } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { valueOrLeave } from '../refusals.ts';

export const meta: MetaFunction<typeof loader> = pageMeta('home.new');

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { actor } = context;
  if (!can(actor, 'framework.create', { kind: 'network' })) {
    const code = actor.kind === 'anonymous' ? 'not-signed-in' : 'not-allowed';
    valueOrLeave(context, request, refuse(code));
  }
  const wanted = new URL(request.url).searchParams.get('template') ?? '';
  const template = templateOf(wanted)?.key ?? TEMPLATES[0]?.key ?? '';
  return { template, address: context.url(paths.framework('')) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const t = words(context.language);
  const typed = await readForm(request);
  // Without script nothing proposes an address while one types the title: here it is proposed.
  const values = { ...typed, slug: typed.slug || slugOf(typed.title ?? '') };
  const checked = checkForm(t, newFrameworkSchema, values);
  if (!checked.ok) return wrongForm(checked.state);
  const made = await context.commands.frameworks.create(context.actor, checked.value);
  if (!made.ok) {
    const taken = made.code === 'slug-taken';
    const path = made.errors ?? (taken ? [{ path: 'slug', problem: 'refusal.slug-taken' }] : []);
    return refusedForm(t, values, { ...made, errors: path });
  }
  return redirect(paths.framework(made.value.slug));
}

export default function NewFramework() {
  const { template, address } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const language = useLanguage();
  const t = useT();
  return (
    <Page
      crumbs={[{ label: t('common.frameworks'), to: paths.home }, { label: t('home.new') }]}
      width="form"
    >
      <Headline
        title={t('home.new')}
        below={
          <>
            <p className="quiet">{t('home.new.lead')}</p>
            <p className="small">
              {t('importing.from-new')}{' '}
              <Link to={paths.importing}>{t('importing.from-new-link')}</Link>
            </p>
          </>
        }
      />
      <FormSheet>
        <Form method="post" noValidate>
          <FormFields state={state}>
            <TemplateRadios defaultValue={state?.values.template ?? template} />
            <TitleAndSlug address={address} />
            <Select name="language" label={t('home.new.language')} defaultValue={language}>
              {SPOKEN.map((one) => (
                <option key={one} value={one}>
                  {t(`common.language.${one}`)}
                </option>
              ))}
            </Select>
            <LicenceSelect defaultValue="CC-BY-SA-4.0" />
            <RadioGroup
              name="visibility"
              label={t('home.new.visibility')}
              defaultValue="private"
              choices={(['private', 'public'] as const).map((value) => ({
                value,
                label: t(`home.new.visibility.${value}`),
                hint: t(`home.new.visibility.${value}.hint`),
              }))}
            />
            <FormActions>
              <Button type="submit" look="primary">
                {t('home.new.create')}
              </Button>
              <LinkButton look="quiet" to={paths.home}>
                {t('common.cancel')}
              </LinkButton>
            </FormActions>
          </FormFields>
        </Form>
      </FormSheet>
    </Page>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}

// What is said when a page cannot be shown: what happened, in plain words, and a way back.
import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import type { MessageKey } from '#locales/catalogue.ts';
import { useRoot, useT } from '../language.tsx';
import { LinkButton } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { Page } from './page.tsx';

const KNOWN: Readonly<Record<number, { title: MessageKey; text: MessageKey }>> = {
  401: { title: 'common.error.401', text: 'common.error.401.text' },
  403: { title: 'common.error.403', text: 'common.error.403.text' },
  404: { title: 'common.error.404', text: 'common.error.404.text' },
  410: { title: 'common.error.410', text: 'common.error.410.text' },
  503: { title: 'common.error.503', text: 'common.error.503.text' },
};
const UNKNOWN = { title: 'common.error.500', text: 'common.error.500.text' } as const;

/** For the error boundaries of all routes; the status decides the words, and a refusal adds its own. */
export function ErrorPage() {
  const error = useRouteError();
  const t = useT();
  const person = useRoot()?.person;
  const { pathname, search } = useLocation();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const { title, text } = KNOWN[status] ?? UNKNOWN;
  const said =
    isRouteErrorResponse(error) && typeof error.data?.message === 'string'
      ? String(error.data.message)
      : t(status === 404 && !person ? 'common.error.404.visitor' : text);
  const signInHelps = !person && [401, 403, 404].includes(status);
  return (
    <Page width="narrow">
      <EmptyState title={t(title)} text={said}>
        <LinkButton look={signInHelps ? 'plain' : 'primary'} to={paths.home} reloadDocument>
          {t('common.back-home')}
        </LinkButton>
        {signInHelps && (
          <LinkButton look="primary" to={paths.signIn(pathname + search)}>
            {t('common.sign-in')}
          </LinkButton>
        )}
        {status >= 500 && (
          <LinkButton to={pathname + search} reloadDocument>
            {t('common.try-again')}
          </LinkButton>
        )}
      </EmptyState>
    </Page>
  );
}

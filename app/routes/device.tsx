// What waits on this device for whoever is signed in. The server knows nothing of it: the browser fills the page.
import type { MetaFunction } from '@remix-run/node';
import { lazy, Suspense, useEffect, useState } from 'react';
import { paths } from '#core/paths.ts';
import { LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorPage } from '../components/error-page.tsx';
import { Headline, Page } from '../components/page.tsx';
import { useRoot, useT } from '../language.tsx';
import { pageMeta } from '../meta.ts';

export const meta: MetaFunction = pageMeta('device.title');

const Panel = lazy(async () => ({ default: (await import('../device/panel.tsx')).Panel }));

export default function Device() {
  const t = useT();
  const person = useRoot()?.person;
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const reading = <p className="quiet">{t('device.reading')}</p>;
  return (
    <Page
      crumbs={[{ label: t('common.frameworks'), to: paths.home }, { label: t('device.title') }]}
      width="narrow"
    >
      {person ? (
        <>
          <Headline title={t('device.title')} below={<p>{t('device.text')}</p>} />
          {live ? (
            <Suspense fallback={reading}>
              <Panel person={person.id} />
            </Suspense>
          ) : (
            reading
          )}
        </>
      ) : (
        <EmptyState title={t('device.title')} text={t('device.signed-out')}>
          <LinkButton look="primary" to={paths.signIn(paths.device)}>
            {t('common.sign-in')}
          </LinkButton>
        </EmptyState>
      )}
    </Page>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}

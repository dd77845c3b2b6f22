// The frame of every page: language, theme, faces, styles, and what is said when a page cannot be shown.

import interfaceFace from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import readingFace from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2?url';
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorPage } from './components/error-page.tsx';
import { DeviceWatch } from './device/watch.tsx';
import { useLanguage, useRoot, useT } from './language.tsx';
import { useNonce } from './server-text.tsx';
import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/rich.css';

export const links: LinksFunction = () => [
  ...[readingFace, interfaceFace].map((href) => ({
    rel: 'preload',
    as: 'font' as const,
    type: 'font/woff2',
    crossOrigin: 'anonymous' as const,
    href,
  })),
  { rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' },
];

export const meta: MetaFunction = () => [{ title: 'Triptyque' }];

/** Who reads, in which language and theme: what every page shows in its bar. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { actor, language, theme, networkName, mailLeaves } = context;
  return {
    language,
    theme,
    networkName,
    mailLeaves,
    person: actor.kind === 'account' ? { id: actor.id, name: actor.name, role: actor.role } : null,
  };
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = useNonce();
  const language = useLanguage();
  const theme = useRoot()?.theme ?? 'system';
  const t = useT();
  return (
    <html lang={language} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* React Aria and Tiptap put one style element each into the page: this is their pass. */}
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="skip" href="#content">
          {t('common.skip')}
        </a>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return (
    <>
      <Outlet />
      <DeviceWatch />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}

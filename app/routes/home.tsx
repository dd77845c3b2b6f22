// The list of frameworks: a shelf of books, each with its state and the way to write or to read it.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { LinkButton } from '../components/button.tsx';
import { Callout } from '../components/callout.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Headline, Page } from '../components/page.tsx';
import { useLanguage, useRoot, useT } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { Book } from '../shelf/book.tsx';
import { Samples, SamplesRemoved } from '../shelf/samples.tsx';
import styles from '../shelf/shelf.module.css';
import { TemplateChoice } from '../shelf/template-choice.tsx';

const PAGE = 50;

export const meta: MetaFunction<typeof loader> = pageMeta('home.title');

export async function loader({ context, request }: LoaderFunctionArgs) {
  const cursor = new URL(request.url).searchParams.get('cursor');
  const { items, cursor: next } = await context.queries.frameworks.list(context.actor, {
    limit: PAGE,
    ...(cursor === null ? {} : { cursor }),
  });
  const setupOpen = await context.queries.people.setupOpen();
  return { frameworks: items, next, now: new Date().toISOString(), setupOpen };
}

/** Nobody coordinates yet: whoever opens the page first must learn where to begin. */
function SetupHint() {
  const t = useT();
  return (
    <Callout>
      <p>{t('home.setup')}</p>
    </Callout>
  );
}

export default function Home() {
  const { frameworks, next, now, setupOpen } = useLoaderData<typeof loader>();
  const t = useT();
  const person = useRoot()?.person;
  const coordinates = person?.role === 'coordinator';
  const samples = frameworks.filter((framework) => framework.sample);
  const language = useLanguage();
  // The samples say what they are in their own language: best in the reader's.
  const said = samples.find((sample) => sample.language === language) ?? samples[0];
  const onlySamples = samples.length > 0 && samples.length === frameworks.length;
  if (frameworks.length === 0) {
    const who = coordinates ? 'empty' : person ? 'empty-member' : 'empty-visitor';
    return (
      <Page crumbs={[{ label: t('home.title') }]} width="narrow">
        <SamplesRemoved />
        {setupOpen && <SetupHint />}
        <EmptyState title={t(`home.${who}.title`)} text={t(`home.${who}.text`)}>
          {coordinates && <TemplateChoice />}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      crumbs={[{ label: t('home.title') }]}
      {...(onlySamples && said ? { notice: said.notice, noticeLang: said.language } : {})}
      width="narrow"
    >
      <Headline title={t('home.title')}>
        {coordinates && (
          <LinkButton look="primary" icon="plus" to={paths.newFramework()}>
            {t('home.new')}
          </LinkButton>
        )}
      </Headline>
      <SamplesRemoved />
      {setupOpen && <SetupHint />}
      <div className={styles.books}>
        {frameworks.map((framework) => (
          <Book key={framework.id} framework={framework} now={now} />
        ))}
      </div>
      {next !== null && (
        <p className={styles.more}>
          <LinkButton to={`?cursor=${encodeURIComponent(next)}`}>{t('home.more')}</LinkButton>
        </p>
      )}
      {coordinates && samples.length > 0 && <Samples />}
    </Page>
  );
}

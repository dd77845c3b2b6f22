// The page of a section whose stored bytes are damaged: what happened, what still works, and for coordinators what can take its place.
import { Form, useActionData, useNavigation } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { FormActions } from '../../components/form-sheet.tsx';
import { SectionGlyph } from '../../components/glyph.tsx';
import { Moment } from '../../components/moment.tsx';
import { Page } from '../../components/page.tsx';
import type { FormState } from '../../forms.ts';
import { useT } from '../../language.tsx';
import { pageName } from '../page/words.ts';
import { Choice } from './choice.tsx';
import styles from './damaged.module.css';
import type { DamagedPageData } from './page-data.ts';

export function DamagedPage({ data }: { readonly data: DamagedPageData }) {
  const t = useT();
  const name = pageName(data, t);
  const [first] = data.sections;
  return (
    <Page
      notice={data.notice}
      noticeLang={data.language}
      width="form"
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: data.title, to: paths.framework(data.slug) },
        { label: name },
      ]}
    >
      <div className={styles.page} data-sec={first?.key}>
        <header className={styles.head}>
          <p className={styles.kicker}>
            {first && data.sections.length === 1 && <SectionGlyph section={first.key} />}
            {name}
          </p>
          <h1 className="title">{t('recovery.title')}</h1>
        </header>
        <Callout tone="warning">
          <p>{t('recovery.what')}</p>
          <p>
            {data.lost === null
              ? t('recovery.lost.unknown')
              : t('recovery.lost', { count: data.lost })}
            {data.lastLostAt !== null && (
              <>
                {' '}
                {t('recovery.last-lost')} <Moment instant={data.lastLostAt} style="moment" />.
              </>
            )}
          </p>
        </Callout>
        <p>{t(data.others ? 'recovery.works.others' : 'recovery.works')}</p>
        {data.mayChoose ? <Choices data={data} /> : <p>{t('recovery.ask')}</p>}
        {!data.mayChoose && (
          <FormActions>
            {data.version && (
              <LinkButton to={data.version.path} icon="eye" reloadDocument>
                {t('recovery.read-version', { label: data.version.label })}
              </LinkButton>
            )}
            <LinkButton look="quiet" to={paths.revisions(data.slug)}>
              {t('recovery.see-revisions')}
            </LinkButton>
          </FormActions>
        )}
      </div>
    </Page>
  );
}

function Choices({ data }: { readonly data: DamagedPageData }) {
  const t = useT();
  const state = useActionData() as FormState | undefined;
  const sending = useNavigation().state !== 'idle';
  return (
    <Form method="post" reloadDocument className={`${styles.sheet} sheet`}>
      <input type="hidden" name="intent" value="recover" />
      <input type="hidden" name="damage" value={data.damage} />
      {state?.message && <Callout tone="warning">{state.message}</Callout>}
      <fieldset className={styles.choices}>
        <legend className={styles.question}>{t('recovery.question')}</legend>
        {data.choices.map((choice, at) => (
          <Choice
            key={choice.from}
            choice={choice}
            language={data.language}
            isFirst={at === 0 && choice.at !== null}
          />
        ))}
      </fieldset>
      <p className="quiet small">{t('recovery.after')}</p>
      <FormActions>
        <Button type="submit" look="primary" isDisabled={sending}>
          {t('recovery.do')}
        </Button>
        <LinkButton look="quiet" to={paths.framework(data.slug)}>
          {t('common.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  );
}

// The parts of a framework's settings: each a form of its own, each saying what it has done and how to take it back.
import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { FrameworkDetail } from '#server/context.ts';
import { Button } from '../components/button.tsx';
import { Callout } from '../components/callout.tsx';
import { FormFields, TextArea, TextField } from '../components/field.tsx';
import type { FormState } from '../forms.ts';
import { useT } from '../language.tsx';
import { LicenceSelect } from './licence-select.tsx';
import styles from './settings.module.css';

export interface SettingsDone {
  readonly done: 'archived' | 'open' | 'public' | 'private';
}

interface Part {
  readonly framework: FrameworkDetail;
  readonly state: FormState | undefined;
  readonly done?: SettingsDone['done'] | undefined;
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={`${styles.part} sheet`}>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.content}>{children}</div>
    </section>
  );
}

/** One button that sends one value. */
function Switch({
  intent,
  name,
  value,
  state,
  small = false,
  children,
}: {
  readonly intent: string;
  readonly name: string;
  readonly value: string;
  readonly state: FormState | undefined;
  readonly small?: boolean;
  readonly children: string;
}) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      <FormFields state={small ? undefined : state} intent={intent}>
        <Button type="submit" name={name} value={value} size={small ? 'small' : 'normal'}>
          {children}
        </Button>
      </FormFields>
    </Form>
  );
}

/** `address` is what stands before the slug. */
export function Details({ framework, address, state }: Part & { readonly address: string }) {
  const t = useT();
  return (
    <Section title={t('framework.settings.details')}>
      <Form method="post" noValidate preventScrollReset>
        <input type="hidden" name="intent" value="details" />
        <FormFields state={state} intent="details">
          <TextField name="title" label={t('home.new.name')} defaultValue={framework.title} />
          <TextField
            name="slug"
            label={t('home.new.slug')}
            hint={
              <>
                <span className="url">{`${address}${framework.slug}`}</span>.{' '}
                {t('framework.settings.slug.hint')}
              </>
            }
            defaultValue={framework.slug}
            autoCapitalize="none"
            spellCheck={false}
          />
          <LicenceSelect defaultValue={framework.licence} />
          <TextArea
            name="notice"
            label={t('framework.settings.notice')}
            aside={t('common.optional')}
            hint={t('framework.settings.notice.hint')}
            defaultValue={framework.notice}
          />
          <Button type="submit" look="primary">
            {t('common.save')}
          </Button>
        </FormFields>
      </Form>
    </Section>
  );
}

export function Readers({ framework, state, done }: Part) {
  const t = useT();
  const { visibility } = framework;
  const other = visibility === 'public' ? 'private' : 'public';
  return (
    <Section title={t('framework.settings.readers')}>
      {done === 'public' || done === 'private' ? (
        <Callout
          tone="done"
          action={
            // Back from what was done: the page's own data may still be those from before.
            <Switch
              intent="readers"
              name="visibility"
              value={done === 'public' ? 'private' : 'public'}
              state={state}
              small
            >
              {t('common.undo')}
            </Switch>
          }
        >
          <p>{t(`framework.settings.now-${done}`)}</p>
        </Callout>
      ) : (
        <>
          <p>{t(`framework.settings.readers.${visibility}`)}</p>
          <Switch intent="readers" name="visibility" value={other} state={state}>
            {t(`framework.settings.make-${other}`)}
          </Switch>
        </>
      )}
    </Section>
  );
}

export function Archive({ framework, state, done }: Part) {
  const t = useT();
  const { archived } = framework;
  const value = archived ? 'no' : 'yes';
  return (
    <Section title={t('framework.settings.archive')}>
      {done === 'archived' || done === 'open' ? (
        <Callout
          tone="done"
          action={
            <Switch
              intent="archive"
              name="archived"
              value={done === 'archived' ? 'no' : 'yes'}
              state={state}
              small
            >
              {t('common.undo')}
            </Switch>
          }
        >
          <p>{t(`framework.settings.now-${done}`)}</p>
        </Callout>
      ) : (
        <>
          <p>{t('framework.settings.archive.text')}</p>
          <Switch intent="archive" name="archived" value={value} state={state}>
            {t(archived ? 'framework.settings.archive.undo' : 'framework.settings.archive.do')}
          </Switch>
        </>
      )}
    </Section>
  );
}

/** Deleting cannot be undone, so its name is to be typed; what was published is never deleted. */
export function Deletion({ framework, state }: Part) {
  const t = useT();
  return (
    <Section title={t('framework.settings.delete')}>
      {framework.latestVersion ? (
        <p>{t('framework.settings.delete.why-not')}</p>
      ) : (
        <>
          <p>{t('framework.settings.delete.text')}</p>
          <Form method="post" noValidate preventScrollReset>
            <input type="hidden" name="intent" value="delete" />
            <FormFields state={state} intent="delete">
              <TextField
                name="typed"
                label={t('framework.settings.delete.type', { slug: framework.slug })}
                autoCapitalize="none"
                spellCheck={false}
              />
              <Button type="submit" look="danger">
                {t('framework.settings.delete.do')}
              </Button>
            </FormFields>
          </Form>
        </>
      )}
    </Section>
  );
}

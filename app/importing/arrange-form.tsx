// A file that was read, on its way to items: the choices on one side, what they make of it on the other, at once.
import { Form, useNavigation } from '@remix-run/react';
import { type ReactNode, useMemo, useState } from 'react';
import type { Language } from '#core/framework/interchange.ts';
import type { Template } from '#core/framework/template.ts';
import { arrange } from '#core/importing/arrange.ts';
import { planOfForm } from '#core/importing/plan-form.ts';
import type { SourceDocument } from '#core/importing/source.ts';
import { importNames } from '#locales/import-names.ts';
import { Button } from '../components/button.tsx';
import { FormFields } from '../components/field.tsx';
import type { FormState } from '../forms.ts';
import { useT } from '../language.tsx';
import styles from './arrange.module.css';
import { LeftWords } from './left-words.tsx';
import { OutlinePreview } from './outline-preview.tsx';
import { PlanFields } from './plan-fields.tsx';

/** A file that was read, with what the form said last. */
export interface Arranging {
  readonly source: SourceDocument;
  readonly state: FormState;
}

export function ArrangeForm({
  arranging: { source, state },
  template,
  language,
  takesTitle,
  before,
  children,
}: {
  readonly arranging: Arranging;
  readonly template: Template;
  readonly language: Language;
  /** Whether the title of the file becomes that of the framework. */
  readonly takesTitle: boolean;
  /** Fields above the choices. */
  readonly before?: ReactNode;
  /** Fields and buttons below them. */
  readonly children: ReactNode;
}) {
  const t = useT();
  const names = useMemo(() => importNames(language), [language]);
  const guess = useMemo(
    () => planOfForm(state.values, source, template, names),
    [state, source, template, names],
  );
  const [changed, setChanged] = useState<{ from: typeof guess; plan: typeof guess } | null>(null);
  // Another template or language is another guess: what was chosen for the one before says nothing of it.
  const plan = changed?.from === guess ? changed.plan : guess;
  const outline = useMemo(
    () => arrange(source, plan, template, names),
    [source, plan, template, names],
  );
  const sent = useMemo(() => JSON.stringify(source), [source]);
  const busy = useNavigation().state !== 'idle';
  return (
    <Form method="post" encType="multipart/form-data" aria-busy={busy}>
      <input type="hidden" name="source" value={sent} />
      <FormFields state={state} intent={state.intent}>
        <div className={styles.arrange}>
          <div className={`${styles.choices} sheet`}>
            {before}
            <h2 className="label">{t('importing.plan')}</h2>
            <PlanFields
              source={source}
              template={template}
              names={names}
              plan={plan}
              onChange={(next) => setChanged({ from: guess, plan: next })}
            />
            <noscript>
              <Button type="submit" name="intent" value="arrange">
                {t('importing.plan.show')}
              </Button>
            </noscript>
          </div>
          <div className={styles.result}>
            <OutlinePreview outline={outline} template={template} language={language} />
            <LeftWords source={source} title={takesTitle ? '' : outline.title} />
          </div>
          <div className={`${styles.finish} sheet`}>{children}</div>
        </div>
      </FormFields>
    </Form>
  );
}

// Inviting somebody: a name, an address, a role.
import { Form } from '@remix-run/react';
import { ROLES } from '#core/policy.ts';
import { Button } from '../components/button.tsx';
import { FormFields, RadioGroup, TextField } from '../components/field.tsx';
import type { FormState } from '../forms.ts';
import { useT } from '../language.tsx';
import type { PeopleDone } from './done.tsx';
import styles from './people.module.css';

/** Empties itself once somebody was invited. */
export function InviteForm({
  state,
  done,
}: {
  readonly state: FormState | undefined;
  readonly done: PeopleDone | undefined;
}) {
  const t = useT();
  return (
    <section className={`${styles.invite} sheet`}>
      <h2 className={styles.heading}>{t('people.invite')}</h2>
      <p className="small quiet">{t('people.invite.text')}</p>
      <Form
        key={done?.done === 'invited' ? done.link : 'form'}
        method="post"
        noValidate
        preventScrollReset
      >
        <input type="hidden" name="intent" value="invite" />
        <FormFields state={state} intent="invite">
          <TextField name="name" label={t('people.name')} />
          <TextField name="email" type="email" label={t('people.email')} />
          <RadioGroup
            name="role"
            label={t('people.role')}
            defaultValue="editor"
            choices={ROLES.toReversed().map((role) => ({
              value: role,
              label: t(`common.role.${role}`),
              hint: t(`people.role.${role}.hint`),
            }))}
          />
          <Button type="submit" look="primary">
            {t('people.invite.send')}
          </Button>
        </FormFields>
      </Form>
    </section>
  );
}

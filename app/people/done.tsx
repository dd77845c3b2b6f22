// What has just been done with an account, said above the list, with its way back.
import { Form } from '@remix-run/react';
import type { Role } from '#core/policy.ts';
import { Button } from '../components/button.tsx';
import { Callout } from '../components/callout.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import type { FormState } from '../forms.ts';
import { useRoot, useT } from '../language.tsx';
import styles from './people.module.css';

export type PeopleDone =
  | {
      readonly done: 'invited';
      readonly name: string;
      readonly email: string;
      readonly link: string;
      readonly mailed: boolean;
    }
  | {
      readonly done: 'role';
      readonly id: string;
      readonly name: string;
      readonly role: Role;
      readonly before: Role;
    }
  | {
      readonly done: 'disabled';
      readonly name: string;
      readonly email: string;
      readonly role: Role;
    };

/** A form of hidden values behind one button. */
function Once({
  values,
  children,
}: {
  readonly values: Readonly<Record<string, string>>;
  readonly children: string;
}) {
  return (
    <Form method="post" preventScrollReset>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" size="small">
        {children}
      </Button>
    </Form>
  );
}

/** A refused change of a row is told here too: its form has no field that could be wrong. */
export function Done({
  done,
  state,
}: {
  readonly done: PeopleDone | undefined;
  readonly state: FormState | undefined;
}) {
  const t = useT();
  if (state && state.intent !== 'invite') {
    return (
      <div className={styles.told}>
        <Callout tone="warning">
          <p role="alert">{state.message}</p>
        </Callout>
      </div>
    );
  }
  if (!done) return null;
  if (done.done === 'invited') return <Invited {...done} />;
  const undo =
    done.done === 'role' ? (
      <Once values={{ intent: 'role', id: done.id, role: done.before }}>{t('common.undo')}</Once>
    ) : (
      <Once values={{ intent: 'invite', name: done.name, email: done.email, role: done.role }}>
        {t('people.reinvite')}
      </Once>
    );
  return (
    <div className={styles.told}>
      <Callout tone="done" action={undo}>
        <p>
          {done.done === 'role'
            ? t('people.role-changed', {
                name: done.name,
                role: t(`common.role.${done.role}`),
              })
            : t('people.disabled', { name: done.name })}
        </p>
      </Callout>
    </div>
  );
}

/** The link, to be handed over by its maker: shown in full, and copied on plain http too. */
function Invited({
  name,
  email,
  link,
  mailed,
}: {
  readonly name: string;
  readonly email: string;
  readonly link: string;
  readonly mailed: boolean;
}) {
  const t = useT();
  const leaves = useRoot()?.mailLeaves ?? true;
  return (
    <div className={styles.told}>
      <Callout tone="done">
        <p>
          <b>{t('people.invited', { name })}</b>{' '}
          {!leaves
            ? t('people.invited.no-mail')
            : mailed
              ? t('people.invited.mailed', { email })
              : t('people.invited.not-mailed')}
        </p>
        <p className={styles.secret}>{link}</p>
        <p className="row">
          <CopyButton text={link}>{t('people.copy-link')}</CopyButton>
          <span className="small quiet">{t('people.invited.hint')}</span>
        </p>
      </Callout>
    </div>
  );
}

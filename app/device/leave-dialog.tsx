// The question on leaving this device: says what is sent, what could not be, whether the session is closed; throws nothing away unasked.
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { paths } from '#core/paths.ts';
import { Button } from '../components/button.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { Dialog, DialogActions } from '../components/dialog.tsx';
import { useT } from '../language.tsx';
import { DownloadButton } from './download-button.tsx';
import {
  clearUp,
  closeSession,
  type LeaveKind,
  nothingWaits,
  type SignedOut,
  sendAll,
  type Unsent,
} from './leave.ts';
import styles from './leave-dialog.module.css';
import { titleOf } from './send-waiting.ts';
import { deviceStore } from './store.ts';
import { WaitingWords } from './waiting-words.tsx';
import { textOfRooms } from './words-text.ts';

type Step =
  | { readonly at: 'sending'; readonly done: number; readonly of: number }
  | { readonly at: 'asking'; readonly unsent: Unsent }
  /** What had been missing has arrived while the question stood. */
  | { readonly at: 'arrived' }
  | { readonly at: 'leaving' }
  | { readonly at: 'stuck'; readonly why: Exclude<SignedOut, 'done'>; readonly unsent: Unsent };

const BEGIN: Step = { at: 'sending', done: 0, of: 0 };
const NOTHING_LEFT: Unsent = { waiting: [], unreadable: false };
/** Milliseconds between two looks at what still waits, while the page says that something does. */
const LOOK = 1_000;

/** Words that are said to be missing; the network may come back under the question. */
function saysMissing(step: Step): boolean {
  if (step.at !== 'asking' && step.at !== 'stuck') return false;
  return step.unsent.waiting.length > 0 && !step.unsent.unreadable;
}

interface LeaveProps {
  readonly person: string;
  readonly kind: LeaveKind;
  /** The person stays. */
  readonly onStay: () => void;
}

/** Begins at once; the page is replaced by the first one where the person has left. */
export function LeaveDialog({ person, kind, onStay }: LeaveProps) {
  const t = useT();
  const [step, setStep] = useState<Step>(BEGIN);
  const over = useRef(false);
  const leave = useCallback(
    async (unsent: Unsent) => {
      setStep({ at: 'leaving' });
      const out = await closeSession(person);
      if (out !== 'done') {
        if (!over.current) setStep({ at: 'stuck', why: out, unsent });
        return;
      }
      // The session is closed, whether or not anybody still looks: what follows from it happens.
      await clearUp(deviceStore(), person, kind, unsent.waiting);
      window.location.replace(paths.home);
    },
    [person, kind],
  );
  const send = useCallback(async () => {
    setStep(BEGIN);
    const unsent = await sendAll(deviceStore(), person, (done, of) => {
      if (!over.current) setStep({ at: 'sending', done, of });
    });
    if (over.current) return;
    if (unsent.waiting.length === 0) await leave(unsent);
    else setStep({ at: 'asking', unsent });
  }, [person, leave]);
  useEffect(() => {
    over.current = false;
    void send();
    return () => {
      over.current = true;
    };
  }, [send]);
  const missing = saysMissing(step);
  useEffect(() => {
    if (!missing) return;
    let gone = false;
    const timer = setInterval(async () => {
      if ((await nothingWaits(deviceStore(), person)) && !gone) setStep({ at: 'arrived' });
    }, LOOK);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [missing, person]);
  return (
    <Dialog
      title={t(`device.leave.${kind}`)}
      wide={step.at === 'asking' || step.at === 'stuck'}
      isOpen
      onOpenChange={(open) => {
        if (!open && step.at !== 'leaving') onStay();
      }}
    >
      {(close) => {
        if (step.at === 'sending') return <Sending step={step} close={close} />;
        if (step.at === 'leaving') return <p role="status">{t('device.leave.leaving')}</p>;
        if (step.at === 'arrived')
          return <Arrived kind={kind} leave={() => void leave(NOTHING_LEFT)} close={close} />;
        return (
          <>
            <div role="alert" className={styles.why}>
              {step.at === 'stuck' && <p>{t(`device.leave.${step.why}`)}</p>}
              <What unsent={step.unsent} kind={step.at === 'asking' ? kind : null} />
            </div>
            <Words unsent={step.unsent} />
            <DialogActions>
              <Button look="primary" autoFocus onPress={() => void send()}>
                {t('common.try-again')}
              </Button>
              <Button onPress={close}>{t('device.leave.stay')}</Button>
              {step.at === 'asking' && (
                <Button look="danger" onPress={() => void leave(step.unsent)}>
                  {t(anyway(step.unsent, kind))}
                </Button>
              )}
            </DialogActions>
          </>
        );
      }}
    </Dialog>
  );
}

function Sending({
  step: { done, of },
  close,
}: {
  readonly step: Extract<Step, { at: 'sending' }>;
  readonly close: () => void;
}) {
  const t = useT();
  return (
    <>
      <p role="status">
        {of > 1
          ? t('device.leave.sending', { done: Math.min(done + 1, of), of })
          : t('device.sending')}
      </p>
      <DialogActions>
        <Button autoFocus onPress={close}>
          {t('device.leave.stay')}
        </Button>
      </DialogActions>
    </>
  );
}

function Arrived({
  kind,
  leave,
  close,
}: {
  readonly kind: LeaveKind;
  readonly leave: () => void;
  readonly close: () => void;
}) {
  const t = useT();
  return (
    <>
      <p role="alert">{t('device.none.text')}</p>
      <DialogActions>
        <Button look="primary" autoFocus onPress={leave}>
          {t(`device.leave.${kind}`)}
        </Button>
        <Button onPress={close}>{t('device.leave.stay')}</Button>
      </DialogActions>
    </>
  );
}

/** Whether some of it is in this page only: then no choice keeps it. */
function hasPageOnly({ waiting }: Unsent): boolean {
  return waiting.some(({ updates }) => updates.some(({ key }) => key === null));
}

function anyway(unsent: Unsent, kind: LeaveKind) {
  if (kind === 'not-me') return 'device.leave.erase';
  return hasPageOnly(unsent) ? 'device.leave.lose' : 'device.leave.keep';
}

/** What did not arrive, and what becomes of it if one goes all the same; `kind` is null where one cannot go. */
function What({
  unsent,
  kind,
}: {
  readonly unsent: Unsent;
  readonly kind: LeaveKind | null;
}): ReactNode {
  const t = useT();
  const { waiting, unreadable } = unsent;
  return (
    <>
      {waiting.length > 0 && <p>{t('device.leave.unsent', { count: waiting.length })}</p>}
      {kind && waiting.length > 0 && <p>{t(`${anyway(unsent, kind)}.text`)}</p>}
      {unreadable && <p>{t('device.leave.unreadable')}</p>}
    </>
  );
}

function Words({ unsent: { waiting } }: { readonly unsent: Unsent }) {
  const t = useT();
  if (waiting.length === 0) return null;
  const all = textOfRooms(t, waiting, titleOf);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className={styles.words} tabIndex={0} aria-label={t('device.leave.words')}>
        {waiting.map((room) => (
          <WaitingWords key={`${room.room} ${room.updates[0]?.key}`} room={room} bare />
        ))}
      </section>
      <div className="row">
        <CopyButton text={all}>{t('device.copy')}</CopyButton>
        <DownloadButton text={all}>{t('device.download')}</DownloadButton>
      </div>
    </>
  );
}

// A word about what has just happened, at the foot of the page, with its undo. For acts made by script only.
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Text } from 'react-aria-components/Text';
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { useT } from '../language.tsx';
import { Icon } from './icon.tsx';
import styles from './toast.module.css';

export interface ToastMessage {
  readonly text: string;
  readonly undo?: () => void;
  /** What one may do about it, in a word of its own; stands in the undo's place. */
  readonly act?: { readonly label: string; readonly run: () => void };
}

/** Milliseconds a word without an undo stays; one with an undo waits to be closed or replaced. */
const STAY = 8_000;

const QueueContext = createContext<ToastQueue<ToastMessage> | null>(null);

/**
 * Says something at the foot of the page; inside a ToastProvider only. What it returns takes the
 * word back, once it is no longer so.
 */
export function useToast(): (message: ToastMessage) => () => void {
  const queue = useContext(QueueContext);
  return useCallback(
    (message: ToastMessage) => {
      queue?.clear();
      const key = queue?.add(message, message.undo || message.act ? {} : { timeout: STAY });
      return () => {
        if (key !== undefined) queue?.close(key);
      };
    },
    [queue],
  );
}

/** Around a page that says things in toasts. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useT();
  const [queue] = useState(() => new ToastQueue<ToastMessage>({ maxVisibleToasts: 1 }));
  return (
    <QueueContext.Provider value={queue}>
      {children}
      <ToastRegion queue={queue} className={styles.region ?? ''} aria-label={t('common.messages')}>
        {({ toast }) => (
          <Toast toast={toast} className={styles.toast ?? ''}>
            <ToastContent>
              <Text slot="title">{toast.content.text}</Text>
            </ToastContent>
            {(toast.content.undo || toast.content.act) && (
              <Button
                className={styles.undo ?? ''}
                onPress={() => {
                  queue.close(toast.key);
                  (toast.content.act?.run ?? toast.content.undo)?.();
                }}
              >
                {toast.content.act?.label ?? t('common.undo')}
              </Button>
            )}
            <Button slot="close" className={styles.close ?? ''} aria-label={t('common.close')}>
              <Icon name="x" />
            </Button>
          </Toast>
        )}
      </ToastRegion>
    </QueueContext.Provider>
  );
}

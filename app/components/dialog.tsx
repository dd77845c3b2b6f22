// A question that interrupts: only for what cannot be undone, and for choosing something beside the page.
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import styles from './dialog.module.css';

/**
 * A modal dialog. With `trigger` (a Button of ours) it opens itself; without, `isOpen` and
 * `onOpenChange` rule it. `children` gets `close`.
 */
export function Dialog({
  title,
  trigger,
  isOpen,
  onOpenChange,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly trigger?: ReactNode;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly wide?: boolean;
  readonly children: (close: () => void) => ReactNode;
}) {
  const rule = isOpen === undefined ? {} : { isOpen };
  const change = onOpenChange ? { onOpenChange } : {};
  const overlay = (own: typeof rule) => (
    <ModalOverlay className={styles.veil ?? ''} isDismissable {...own} {...(trigger ? {} : change)}>
      <Modal className={wide ? `${styles.modal} ${styles.wide}` : (styles.modal ?? '')}>
        <AriaDialog className={styles.dialog ?? ''}>
          {({ close }) => (
            <>
              <Heading slot="title" level={2} className={styles.title ?? ''}>
                {title}
              </Heading>
              {children(close)}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
  if (!trigger) return overlay(rule);
  return (
    <DialogTrigger {...rule} {...change}>
      {trigger}
      {overlay({})}
    </DialogTrigger>
  );
}

/** The buttons at the foot of a dialog, the chosen one first. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}

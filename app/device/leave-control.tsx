// The two ways to leave this device, for menus and bars. Without script they are a plain sign-out.
import { Form } from '@remix-run/react';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { paths } from '#core/paths.ts';
import { Icon } from '../components/icon.tsx';
import { useT } from '../language.tsx';
import type { LeaveKind } from './leave.ts';

type Module = typeof import('./leave-dialog.tsx');

/** Fetched while there is a network: whoever leaves without one must be told so too. */
function useDialog(): { load: () => Promise<Module> } {
  const loading = useRef<Promise<Module> | null>(null);
  const load = () => {
    loading.current ??= import('./leave-dialog.tsx').catch((error: unknown) => {
      loading.current = null;
      throw error;
    });
    return loading.current;
  };
  const now = useRef(load);
  now.current = load;
  useEffect(() => {
    const fetchIt = () => void now.current().catch(() => {});
    if (typeof requestIdleCallback !== 'function') {
      fetchIt();
      return;
    }
    const idle = requestIdleCallback(fetchIt, { timeout: 3_000 });
    return () => cancelIdleCallback(idle);
  }, []);
  return { load };
}

interface Leaving {
  readonly kind: LeaveKind;
  /** Null where its code could not be fetched. */
  readonly Dialog: Module['LeaveDialog'] | null;
}

/**
 * Gives the items to put into a list, and the dialog to put beside it. `onOpen` is called when the dialog takes over,
 * `onStay` when the person stays after all.
 */
export function useLeaveControl(
  person: string,
  { onOpen, onStay }: { readonly onOpen: () => void; readonly onStay: () => void },
): { readonly items: ReactNode; readonly dialog: ReactNode } {
  const t = useT();
  const { load } = useDialog();
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const start = (kind: LeaveKind) => async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { LeaveDialog } = await load();
      onOpen();
      setLeaving({ kind, Dialog: LeaveDialog });
    } catch {
      setLeaving({ kind, Dialog: null });
    }
  };
  const stay = () => {
    setLeaving(null);
    onStay();
  };
  const item = (kind: LeaveKind, icon: 'log-out' | 'user-x') => (
    <li>
      {/* A whole new page, so that nothing of the person's stays in memory. */}
      <Form method="post" action={paths.signOut} reloadDocument onSubmit={start(kind)}>
        <button type="submit">
          <Icon name={icon} />
          {t(kind === 'sign-out' ? 'common.sign-out' : 'device.not-me')}
        </button>
      </Form>
    </li>
  );
  return {
    items: (
      <>
        {item('sign-out', 'log-out')}
        {item('not-me', 'user-x')}
        {leaving && !leaving.Dialog && (
          <li role="alert" className="small">
            {t('device.leave.away')}
          </li>
        )}
      </>
    ),
    dialog: leaving?.Dialog && <leaving.Dialog person={person} kind={leaving.kind} onStay={stay} />,
  };
}

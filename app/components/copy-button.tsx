// Copies a text to the clipboard, on plain http too, and says that it did.
import { useEffect, useRef, useState } from 'react';
import { useT } from '../language.tsx';
import { Button } from './button.tsx';

/** Selects the text in a field of its own and copies it the old way: the only way without https. */
function copyByField(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'hidden';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}

async function copy(text: string): Promise<boolean> {
  if (window.isSecureContext && navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused by the browser or the person: the old way may still be allowed.
    }
  }
  return copyByField(text);
}

/** Without script it does nothing, so show `text` beside it. */
export function CopyButton({
  text,
  children,
}: {
  readonly text: string;
  readonly children: string;
}) {
  const t = useT();
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <>
      <Button
        icon={state === 'copied' ? 'check' : 'copy'}
        onPress={async () => {
          setState((await copy(text)) ? 'copied' : 'failed');
          clearTimeout(timer.current);
          timer.current = setTimeout(() => setState('idle'), 4_000);
        }}
      >
        {state === 'copied' ? t('common.copied') : children}
      </Button>
      <span role="status" className={state === 'failed' ? 'small' : 'hidden'}>
        {state === 'copied' && t('common.copied')}
        {state === 'failed' && t('common.copy-failed')}
      </span>
    </>
  );
}

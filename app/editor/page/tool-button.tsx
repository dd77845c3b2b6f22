// A button of the toolbar: it leaves the focus and the selection in the text, and says its name and its key.
import type { ReactNode } from 'react';
import { Focusable } from 'react-aria-components/Focusable';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { Icon } from '../../components/icon.tsx';
import type { IconName } from '../../components/icons.ts';
import tooltip from '../../components/tooltip.module.css';
import styles from './toolbar.module.css';

export function ToolButton({
  icon,
  name,
  keys,
  pressed,
  disabled = false,
  why,
  narrow = true,
  expands,
  onUse,
  children,
}: {
  readonly icon: IconName;
  readonly name: string;
  /** As it stands on the keyboard; '' where it has none. */
  readonly keys?: string;
  /** For what is on or off at the caret. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  /** Why it is disabled. */
  readonly why?: string;
  /** Whether it stands in the bar of a phone too. */
  readonly narrow?: boolean;
  /** For what opens a menu: whether it is open. */
  readonly expands?: boolean;
  readonly onUse: (button: Element) => void;
  readonly children?: ReactNode;
}) {
  const tip = disabled && why ? why : keys ? `${name} (${keys})` : name;
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Focusable>
        <button
          type="button"
          className={narrow ? styles.tool : `${styles.tool} only-wide`}
          aria-label={name}
          aria-pressed={pressed}
          aria-disabled={disabled || undefined}
          aria-haspopup={expands === undefined ? undefined : 'menu'}
          aria-expanded={expands}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => {
            if (!disabled) onUse(event.currentTarget);
          }}
        >
          <Icon name={icon} />
          {children}
        </button>
      </Focusable>
      <AriaTooltip className={tooltip.tooltip ?? ''} offset={4}>
        {tip}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

// A menu of acts, opened by a button; keys, typing ahead and focus are React Aria's.
import type { ReactNode } from 'react';
import { Keyboard } from 'react-aria-components/Keyboard';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps,
  MenuTrigger,
} from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { Text } from 'react-aria-components/Text';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';
import styles from './menu.module.css';

/** `trigger` is a Button or IconButton of ours; `label` names the menu. */
export function Menu({
  trigger,
  label,
  children,
}: {
  readonly trigger: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <AriaMenu className={styles.menu ?? ''} aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** A menu at an element that is no button of ours; open while there is an `anchor`. */
export function AnchoredMenu({
  anchor,
  label,
  onClose,
  placement = 'bottom start',
  children,
}: {
  readonly anchor: Element | null;
  readonly label: string;
  readonly onClose: () => void;
  readonly placement?: 'bottom start' | 'bottom end';
  readonly children: ReactNode;
}) {
  return (
    <Popover
      className={styles.popover ?? ''}
      aria-label={label}
      placement={placement}
      triggerRef={{ current: anchor }}
      isOpen={anchor !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <AriaMenu
        className={styles.menu ?? ''}
        aria-label={label}
        onClose={onClose}
        autoFocus="first"
      >
        {children}
      </AriaMenu>
    </Popover>
  );
}

/**
 * Runs once the menu is gone and has given the focus back (in the frame after it closed): before
 * that it holds the focus, and what is typed into an item the act has just opened would be lost.
 */
function afterClosing(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

/** One act; `keys` shows its shortcut. */
export function MenuItem({
  icon,
  keys,
  onAction,
  children,
  ...rest
}: Omit<MenuItemProps, 'className' | 'children' | 'textValue'> & {
  readonly icon?: IconName;
  readonly keys?: string;
  readonly children: string;
}) {
  return (
    <AriaMenuItem
      {...rest}
      {...(onAction ? { onAction: () => afterClosing(onAction) } : {})}
      textValue={children}
      className={styles.item ?? ''}
    >
      {icon && <Icon name={icon} />}
      <Text slot="label">{children}</Text>
      {keys && <Keyboard className={styles.keys ?? ''}>{keys}</Keyboard>}
    </AriaMenuItem>
  );
}

export function MenuSeparator() {
  return <Separator className={styles.separator ?? ''} />;
}

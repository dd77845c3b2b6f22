// Buttons, and links that look like them. One filled button per screen.
import { Link, type LinkProps } from '@remix-run/react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components/Button';
import styles from './button.module.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

interface Look {
  /** `primary` is the one filled button of a screen. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small' | 'wide';
  readonly icon?: IconName;
}

function classOf({ look = 'plain', size = 'normal' }: Look): string {
  return [styles.button, styles[look], styles[size]].filter(Boolean).join(' ');
}

/** A button; in a form it submits only with `type="submit"`, and then works without script too. */
export function Button({
  look,
  size,
  icon,
  children,
  ...rest
}: Look & Omit<AriaButtonProps, 'className' | 'children'> & { readonly children: ReactNode }) {
  return (
    <AriaButton {...rest} className={classOf({ look, size })}>
      {icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}

/** A link to another page that looks like a button. */
export function LinkButton({
  look,
  size,
  icon,
  children,
  ...rest
}: Look & Omit<LinkProps, 'className'>) {
  return (
    <Link prefetch="intent" {...rest} className={classOf({ look, size })}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** A button that shows only a drawing: `label` is what it is called. */
export function IconButton({
  icon,
  label,
  size = 'normal',
  pressed,
  ...rest
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly size?: 'normal' | 'small';
  /** For a button that stays pressed. */
  readonly pressed?: boolean;
} & Omit<AriaButtonProps, 'className' | 'children' | 'aria-label' | 'aria-pressed'>) {
  return (
    <AriaButton
      {...rest}
      aria-label={label}
      aria-pressed={pressed}
      className={size === 'small' ? `${styles.icon} ${styles.iconSmall}` : (styles.icon ?? '')}
    >
      <Icon name={icon} />
    </AriaButton>
  );
}

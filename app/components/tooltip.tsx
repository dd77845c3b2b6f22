// The name of a button that shows only a drawing, on hover and on focus.
import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import styles from './tooltip.module.css';

/** `children` is a Button or IconButton of ours. */
export function Tooltip({
  text,
  children,
}: {
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    <TooltipTrigger delay={500}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} offset={4}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

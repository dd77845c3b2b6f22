// A field that proposes while one types: for choosing an item among many.
import type { ReactNode } from 'react';
import {
  ComboBox as AriaComboBox,
  type ComboBoxProps as AriaComboBoxProps,
} from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import styles from './combo-box.module.css';

export interface Option {
  readonly id: string;
  /** What the option is called when chosen and for those who listen. */
  readonly name: string;
  /** How it looks in the list; its name where left out. */
  readonly content?: ReactNode;
}

/** `items` are already those that match: whoever uses it asks for them on `onInputChange`. */
export function ComboBox({
  label,
  placeholder,
  empty,
  ...rest
}: Omit<AriaComboBoxProps<Option>, 'className' | 'children'> & {
  readonly label: string;
  readonly placeholder?: string;
  /** Said where nothing matches. */
  readonly empty: string;
}) {
  return (
    <AriaComboBox
      {...rest}
      className={styles.field ?? ''}
      allowsEmptyCollection
      menuTrigger="focus"
    >
      <Label className="label">{label}</Label>
      <Input className={styles.input ?? ''} {...(placeholder ? { placeholder } : {})} />
      {/* Below, never over the label: a dialog with a list stands high in the window. */}
      <Popover shouldFlip={false} className={styles.popover ?? ''}>
        <ListBox<Option>
          className={styles.list ?? ''}
          renderEmptyState={() => <p className={styles.empty}>{empty}</p>}
        >
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className={styles.option ?? ''}>
              {option.content ?? option.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

// Fields of plain forms: a label, the control, a hint, and what is wrong with it. They work without script.
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useRef,
} from 'react';
import type { FormState } from '../forms.ts';
import styles from './field.module.css';
import { Icon } from './icon.tsx';
import { SelectBox } from './select-box.tsx';

const FormStateContext = createContext<FormState | undefined>(undefined);

/**
 * Gives the fields inside it what was typed and what is wrong (the action's answer), says what is
 * wrong with the whole above them, and puts the focus on the first wrong field.
 */
export function FormFields({
  state,
  intent = '',
  children,
}: {
  readonly state: FormState | undefined;
  /** Which form this is, where a page has several: an answer to another one is not for it. */
  readonly intent?: string;
  readonly children: ReactNode;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const mine = state?.intent === intent ? state : undefined;
  useEffect(() => {
    if (!mine) return;
    const wrong = ref.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]');
    wrong?.focus();
  }, [mine]);
  return (
    <FormStateContext.Provider value={mine}>
      <div ref={ref} className={styles.fields}>
        {mine?.message && (
          <p role="alert" tabIndex={-1} className={styles.alert}>
            <Icon name="triangle-alert" />
            {mine.message}
          </p>
        )}
        {children}
      </div>
    </FormStateContext.Provider>
  );
}

/** What was typed in the field of that name before the form came back. */
export function useTyped(name: string): string | undefined {
  return useContext(FormStateContext)?.values[name];
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Beside the label, in quiet words: « facultatif ». */
  readonly aside?: string;
}

interface Wiring {
  readonly id: string;
  readonly value: string | undefined;
  readonly error: string | undefined;
  readonly attributes: {
    readonly id: string;
    readonly name: string;
    readonly 'aria-invalid': true | undefined;
    readonly 'aria-describedby': string | undefined;
  };
}

/** Ties a control to its label, hint and error. */
function useWiring(name: string, hasHint: boolean): Wiring {
  const id = useId();
  const state = useContext(FormStateContext);
  const error = state?.errors[name];
  const described = [hasHint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
  return {
    id,
    value: state?.values[name],
    error,
    attributes: {
      id,
      name,
      'aria-invalid': error ? true : undefined,
      'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    },
  };
}

function Frame({
  wiring,
  label,
  hint,
  aside,
  children,
}: Omit<FieldProps, 'name'> & { readonly wiring: Wiring; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label className="label" htmlFor={wiring.id}>
        {label}
        {aside && <span className={styles.aside}> {aside}</span>}
      </label>
      {children}
      {wiring.error && (
        <p className={styles.error} id={`${wiring.id}-error`}>
          <Icon name="triangle-alert" small />
          {wiring.error}
        </p>
      )}
      {hint && (
        <p className={styles.hint} id={`${wiring.id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** One line of text. What was typed before an error wins over `defaultValue`; with `value` whoever uses it rules. */
export function TextField({
  name,
  label,
  hint,
  aside,
  defaultValue,
  ...input
}: FieldProps & Omit<ComponentProps<'input'>, 'name' | 'id'>) {
  const wiring = useWiring(name, hint !== undefined);
  return (
    <Frame wiring={wiring} label={label} hint={hint} {...(aside ? { aside } : {})}>
      <input
        type="text"
        autoComplete="off"
        {...input}
        {...wiring.attributes}
        className={styles.input}
        {...(input.value === undefined ? { defaultValue: wiring.value ?? defaultValue } : {})}
      />
    </Frame>
  );
}

/** Several lines of text. */
export function TextArea({
  name,
  label,
  hint,
  aside,
  defaultValue,
  ...input
}: FieldProps & Omit<ComponentProps<'textarea'>, 'name' | 'id'>) {
  const wiring = useWiring(name, hint !== undefined);
  return (
    <Frame wiring={wiring} label={label} hint={hint} {...(aside ? { aside } : {})}>
      <textarea
        rows={3}
        {...input}
        {...wiring.attributes}
        className={`${styles.input} ${styles.area}`}
        defaultValue={wiring.value ?? defaultValue}
      />
    </Frame>
  );
}

/** One of a few: the browser's own list, which every phone and every screen reader knows. With `value` whoever uses it rules. */
export function Select({
  name,
  label,
  hint,
  aside,
  defaultValue,
  children,
  ...input
}: FieldProps & Omit<ComponentProps<'select'>, 'name' | 'id'>) {
  const wiring = useWiring(name, hint !== undefined);
  return (
    <Frame wiring={wiring} label={label} hint={hint} {...(aside ? { aside } : {})}>
      <SelectBox
        {...input}
        {...wiring.attributes}
        {...(input.value === undefined ? { defaultValue: wiring.value ?? defaultValue } : {})}
      >
        {children}
      </SelectBox>
    </Frame>
  );
}

/** Radio buttons: one question, each answer with a line that explains it. */
export function RadioGroup({
  name,
  label,
  choices,
  defaultValue,
}: {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    readonly hint?: string;
  }[];
  readonly defaultValue?: string;
}) {
  const { value, error, id } = useWiring(name, false);
  const chosen = value ?? defaultValue;
  return (
    <fieldset className={styles.group} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="label">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            defaultChecked={choice.value === chosen}
          />
          <span>{choice.label}</span>
          {choice.hint && <span className={styles.hint}>{choice.hint}</span>}
        </label>
      ))}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          <Icon name="triangle-alert" small />
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** One yes or no; sends "on" or nothing. */
export function Checkbox({
  name,
  label,
  hint,
  ...input
}: Omit<FieldProps, 'aside'> & Omit<ComponentProps<'input'>, 'name' | 'id' | 'type'>) {
  const wiring = useWiring(name, hint !== undefined);
  return (
    <div className={styles.field}>
      <label className={styles.choice}>
        <input type="checkbox" {...input} {...wiring.attributes} />
        <span>{label}</span>
        {hint && (
          <span className={styles.hint} id={`${wiring.id}-hint`}>
            {hint}
          </span>
        )}
      </label>
      {wiring.error && (
        <p className={styles.error} id={`${wiring.id}-error`}>
          <Icon name="triangle-alert" small />
          {wiring.error}
        </p>
      )}
    </div>
  );
}

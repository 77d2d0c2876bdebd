import type { ComponentChildren, Ref } from 'preact'
import { useId } from 'preact/hooks'

/** A labelled input with room for a hint and an error that says what to do. */
export function Field(props: FieldProps) {
  const id = useId()
  return (
    <FieldFrame
      id={id}
      label={props.label}
      hint={props.hint}
      error={props.error}
      hideLabel={props.hideLabel}
      aside={props.aside}
    >
      <input
        ref={props.inputRef}
        id={id}
        class="input"
        name={props.name}
        {...({ type: props.type ?? 'text' } as { type: 'text' })}
        value={props.value}
        placeholder={props.placeholder}
        autocomplete={props.autocomplete}
        inputMode={props.inputMode}
        required={props.required}
        minLength={props.minLength}
        maxLength={props.maxLength}
        min={props.min}
        max={props.max}
        spellcheck={props.type === 'email' || props.type === 'password' ? false : undefined}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(id, props.hint, props.error)}
        onInput={(event) => props.onInput?.(event.currentTarget.value)}
      />
    </FieldFrame>
  )
}

/** Label, control, hint, error: the same around an input, a text area or a select. */
export function FieldFrame({ id, label, hint, error, hideLabel, aside, children }: FrameProps) {
  return (
    <div class={`field${error ? ' has-error' : ''}`}>
      <div class={hideLabel ? 'visually-hidden' : 'field-head'}>
        <label for={id}>{label}</label>
        {aside}
      </div>
      {children}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

export const describedBy = (id: string, hint?: ComponentChildren, error?: string): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined

interface FrameProps {
  id: string
  label: string
  hint?: ComponentChildren
  error?: string | undefined
  hideLabel?: boolean | undefined
  /** Beside the label, such as "Forgot password?". */
  aside?: ComponentChildren
  children: ComponentChildren
}

export interface FieldProps extends Omit<FrameProps, 'id' | 'children'> {
  value: string
  name?: string
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'date' | 'url'
  inputMode?: 'text' | 'email' | 'tel' | 'numeric' | 'search'
  placeholder?: string
  autocomplete?: AutoFill
  required?: boolean
  minLength?: number
  maxLength?: number
  min?: string
  max?: string
  inputRef?: Ref<HTMLInputElement>
  onInput?: (value: string) => void
}

type AutoFill = 'off' | 'name' | 'email' | 'username' | 'tel' | 'organization' | 'current-password' | 'new-password'

import type { Ref } from 'preact'
import { useId } from 'preact/hooks'
import { describedBy, FieldFrame } from './field.tsx'

/** Grows with its text (CSS `field-sizing`) up to the height its place allows. */
export function TextArea(props: TextAreaProps) {
  const id = useId()
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} error={props.error} hideLabel={props.hideLabel}>
      <textarea
        ref={props.inputRef}
        id={id}
        class="input text-area"
        rows={props.rows ?? 2}
        value={props.value}
        name={props.name}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        required={props.required}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(id, props.hint, props.error)}
        aria-keyshortcuts={props.keys}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={props.onKeyDown}
      />
    </FieldFrame>
  )
}

export interface TextAreaProps {
  label: string
  value: string
  onInput: (value: string) => void
  onKeyDown?: (event: KeyboardEvent) => void
  name?: string
  hint?: string
  error?: string
  hideLabel?: boolean
  rows?: number
  placeholder?: string
  maxLength?: number
  required?: boolean
  /** For `aria-keyshortcuts`, such as `Control+Enter`. */
  keys?: string
  inputRef?: Ref<HTMLTextAreaElement>
}

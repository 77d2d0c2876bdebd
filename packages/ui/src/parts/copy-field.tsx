import { useId, useRef } from 'preact/hooks'
import { copy } from '../data/copy.ts'
import { words } from '../words.ts'
import { Button } from './button.tsx'
import { FieldFrame } from './field.tsx'

/** A value to take along, such as a link that is shown once: one press copies it, and a click selects the whole of it. */
export function CopyField({ label, value, hint, hideLabel }: CopyFieldProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    <FieldFrame id={id} label={label} hint={hint} hideLabel={hideLabel}>
      <div class="copy-field">
        <input
          ref={input}
          id={id}
          class="input"
          readOnly
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button icon="copy" onClick={() => void copy(value, input.current)}>
          {words.copy.button}
        </Button>
      </div>
    </FieldFrame>
  )
}

export interface CopyFieldProps {
  label: string
  value: string
  hint?: string
  hideLabel?: boolean
}

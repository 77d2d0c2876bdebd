import { useId } from 'preact/hooks'
import { FieldFrame } from './field.tsx'

/** The browser's own select: best on a phone, and known to every screen reader. */
export function Select({ label, value, options, onChange, hideLabel, hint }: SelectProps) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} hint={hint} hideLabel={hideLabel}>
      <select id={id} class="input select" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

export interface SelectProps {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
  hideLabel?: boolean
  hint?: string
}

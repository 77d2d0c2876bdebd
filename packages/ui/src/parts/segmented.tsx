import { useId } from 'preact/hooks'

/** One of a few, all in view: native radio buttons side by side. */
export function Segmented<Value extends string>({ label, value, options, onChange, hideLabel }: SegmentedProps<Value>) {
  const name = useId()
  return (
    <fieldset class="choices">
      <legend class={hideLabel ? 'visually-hidden' : undefined}>{label}</legend>
      <div class="choices-row">
        {options.map((option) => (
          <label key={option.value} class="choice" data-tip={option.notNow}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={Boolean(option.notNow)}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export interface SegmentedProps<Value extends string> {
  label: string
  value: Value
  /** `notNow`: why it cannot be chosen. */
  options: readonly { value: Value; label: string; notNow?: string | undefined }[]
  onChange: (value: Value) => void
  hideLabel?: boolean
}

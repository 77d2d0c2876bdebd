import { FieldFrame } from '@rolecall/ui'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { words } from '../words.ts'

/**
 * Somebody or something by its name: typed, and chosen from the browser's own list. What is the only one that fits is chosen
 * as it is typed, so that nobody has to reach for the list; while nothing or much fits, nothing is chosen.
 */
export function Pick({ label, value, name, options, of, quiet = false, onType, onChange }: Props) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  // What was chosen stays chosen while its words stand there: they need not find it once more.
  const chosen = useRef<Option | undefined>(undefined)
  if (chosen.current?.label !== typed) chosen.current = options.find((one) => one.label === typed)
  const exact = chosen.current
  const only = typed !== '' && of === typed && options.length === 1 ? options[0] : undefined
  const fits = (exact ?? only)?.id ?? ''
  const hint =
    !quiet && typed && of === typed && fits === '' && (options.length === 0 ? words.noneFits : words.severalFit)
  useEffect(() => {
    if (typed !== null && fits !== value) onChange(fits)
  }, [typed, fits])
  return (
    <FieldFrame id={id} label={label} hideLabel hint={hint || undefined}>
      <input
        id={id}
        class="input"
        type="text"
        list={`${id}-options`}
        placeholder={label}
        value={typed ?? name ?? ''}
        maxLength={200}
        aria-describedby={hint ? `${id}-hint` : undefined}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          onType(event.currentTarget.value)
        }}
        // Then it says what was chosen, as that is called.
        onBlur={() => fits !== '' && setTyped(null)}
      />
      <datalist id={`${id}-options`}>
        {options.map((one) => (
          <option key={one.id} value={one.label} />
        ))}
      </datalist>
    </FieldFrame>
  )
}

export interface Option {
  id: string
  label: string
}

interface Props {
  label: string
  /** An id; '': nothing. */
  value: string
  /** What is chosen already is called so. */
  name: string | undefined
  options: readonly Option[]
  /** The words that these options were found by. */
  of: string | undefined
  /** Among filters, where the list below says it. */
  quiet?: boolean
  onType: (text: string) => void
  onChange: (id: string) => void
}

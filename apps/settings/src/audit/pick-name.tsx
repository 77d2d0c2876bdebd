import type { HistoryName } from '@rolecall/protocol'
import { api, FieldFrame, useQuery, useSettled } from '@rolecall/ui'
import { useId, useState } from 'preact/hooks'
import { words } from './words.ts'

/**
 * Somebody or something by its name: typed, and chosen from the browser's own list of what the server found. `name`: of
 * what is chosen already, as the history has it.
 */
export function PickName({ label, value, name, kinds, onChange }: Props) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (value === '' ? '' : (name ?? words.chosen))
  const search = useSettled(typed ?? '', 200)
  const query = useQuery(search, (signal) => api.audit.named.query({ search }, { signal }), { keep: true })
  const options = (query.data ?? []).filter(({ kind }) => kinds.includes(kind))
  const type = (text: string) => {
    const found = options.find((one) => optionOf(one) === text)
    setTyped(found ? null : text)
    if (found) onChange(found.id)
    else if (value !== '') onChange('')
  }
  return (
    <FieldFrame id={id} label={label} hideLabel>
      <input
        id={id}
        class="input"
        type="text"
        list={`${id}-names`}
        placeholder={label}
        value={shown}
        maxLength={200}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <datalist id={`${id}-names`}>
        {options.map((one) => (
          <option key={one.id} value={optionOf(one)} />
        ))}
      </datalist>
    </FieldFrame>
  )
}

const optionOf = ({ name, kind, gone }: HistoryName): string =>
  `${name} (${gone ? words.goneKinds[kind] : words.nameKinds[kind]})`

interface Props {
  label: string
  /** An id; '': nobody. */
  value: string
  name: string | undefined
  kinds: readonly HistoryName['kind'][]
  onChange: (id: string) => void
}

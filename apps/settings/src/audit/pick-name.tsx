import type { HistoryName } from '@rolecall/protocol'
import { api } from '@rolecall/ui'
import { Pick } from '../shell/pick.tsx'
import { useFound } from '../shell/use-found.ts'
import { words } from './words.ts'

/** Somebody or something that the history names. `name`: of what is chosen already, as the history has it. */
export function PickName({ label, value, name, kinds, onChange }: Props) {
  const found = useFound(async (search, signal) => {
    const names = await api.audit.named.query({ search }, { signal })
    return names.filter(({ kind }) => kinds.includes(kind)).map((one) => ({ id: one.id, label: optionOf(one) }))
  })
  const shown = value === '' ? undefined : (name ?? words.chosen)
  return <Pick label={label} value={value} name={shown} {...found} quiet onChange={onChange} />
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

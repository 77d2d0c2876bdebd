import type { Department } from '@rolecall/protocol'
import { Tick } from '@rolecall/ui'
import { opens } from '../team/opens.ts'
import { lookWords as words } from './look-words.ts'

/** Nobody is shown, as whoever it may be, the chats of a department that they do not see themselves. */
export const seenBy = ({ id }: Pick<Department, 'id'>): boolean => opens(id)

/** The departments in which a role is looked through. */
export function InDepartments({
  all,
  chosen,
  onChange,
}: {
  all: readonly Department[]
  chosen: readonly string[]
  onChange: (ids: string[]) => void
}) {
  if (all.length === 0) return <p class="quiet">{words.none}</p>
  return (
    <fieldset class="ticks">
      <legend>{words.departments}</legend>
      {all.map(({ id, name }) => (
        <Tick
          key={id}
          label={name}
          checked={chosen.includes(id)}
          notNow={opens(id) ? undefined : words.notSeen}
          onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
        />
      ))}
    </fieldset>
  )
}

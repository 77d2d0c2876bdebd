import type { Member } from '@rolecall/protocol'
import { api, Button, Dialog, Tick, useQuery } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { Answer } from '../shell/answer.tsx'
import { opens } from './opens.ts'
import { backOf, changesOf, type Placed, stateOf } from './places.ts'
import { words } from './words.ts'

/** Which departments a member belongs to, or several: what is not touched stays as each of them has it. */
export function ChooseDepartments({
  members,
  onDone,
}: {
  members: readonly Member[]
  onDone: (done: boolean) => void
}) {
  const [only, ...others] = members
  const [chosen, setChosen] = useState<Placed>({})
  const query = useQuery('departments', (signal) => api.departments.list.query(undefined, { signal }))
  const save = async () => {
    const changes = changesOf(members, chosen)
    if (changes.length === 0) return onDone(false)
    const done = await attempt(
      () => api.team.changeDepartments.mutate({ changes }),
      ({ changed, undo }) => ({
        text: only && others.length === 0 ? words.saved(only.name) : words.savedMany(changed),
        ...(undo && { undo: () => api.team.changeDepartments.mutate({ changes: backOf(changes) }) }),
      }),
    )
    if (done) onDone(true)
  }
  return (
    <Dialog
      open
      title={only && others.length === 0 ? words.departmentsOf(only.name) : words.departmentsOfMany(members.length)}
      closeLabel={words.close}
      onClose={() => onDone(false)}
      size="s"
      footer={
        <>
          <Button onClick={() => onDone(false)}>{words.cancel}</Button>
          <Button kind="primary" call="team.changeDepartments" onClick={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <p>{words.departmentsBody}</p>
      <Answer query={query}>
        {(departments) =>
          departments.length === 0 ? (
            <p>{words.noDepartments}</p>
          ) : (
            departments.map(({ id, name }) => (
              <Tick
                key={id}
                label={name}
                checked={chosen[id] ?? stateOf(members, id)}
                notNow={opens(id) || stateOf(members, id) === true ? undefined : words.notSeen}
                onChange={(on) => setChosen({ ...chosen, [id]: on })}
              />
            ))
          )
        }
      </Answer>
    </Dialog>
  )
}

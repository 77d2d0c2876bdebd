import type { Member } from '@rolecall/protocol'
import { api, Button, Dialog, Tick, useQuery } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { Answer } from '../shell/answer.tsx'
import { words } from './words.ts'

/** Which departments a member belongs to. */
export function ChooseDepartments({
  member,
  onDone,
}: {
  member: Pick<Member, 'id' | 'name' | 'departments'>
  onDone: () => void
}) {
  const before = member.departments.map(({ id }) => id)
  const [chosen, setChosen] = useState<readonly string[]>(before)
  const query = useQuery('departments', (signal) => api.departments.list.query(undefined, { signal }))
  const put = (departmentIds: readonly string[]) =>
    api.team.setDepartments.mutate({ memberId: member.id, departmentIds: [...departmentIds] })
  const save = async () => {
    const done = await attempt(() => put(chosen), { text: words.saved(member.name), undo: () => put(before) })
    if (done) onDone()
  }
  return (
    <Dialog
      open
      title={words.departmentsOf(member.name)}
      closeLabel={words.close}
      onClose={onDone}
      size="s"
      footer={
        <>
          <Button onClick={onDone}>{words.cancel}</Button>
          <Button kind="primary" call="team.setDepartments" onClick={() => void save()}>
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
                checked={chosen.includes(id)}
                onChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
              />
            ))
          )
        }
      </Answer>
    </Dialog>
  )
}

import type { Department } from '@rolecall/protocol'
import { api, Button, mayCall, useQuery } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { InDepartments, seenBy } from '../roles/in-departments.tsx'
import { lookThrough } from '../roles/look.ts'
import { useRoles } from '../roles/use-roles.ts'
import { Answer } from '../shell/answer.tsx'
import { PickMember } from './pick-member.tsx'
import { useAsked } from './use-asked.ts'
import { words } from './words.ts'

/** What would this role or member see? The console as theirs, in a tab of its own. */
export function SeeAs() {
  const [{ member = '' }, set] = useAsked()
  const departments = useQuery('departments', async (signal) =>
    mayCall('departments.list') ? api.departments.list.query(undefined, { signal }) : [],
  )
  return (
    <div class="columns">
      <section class="card">
        <h2>{words.asMember}</h2>
        <PickMember value={member} onChange={(member) => set({ member })} />
        <div class="actions">
          <Button
            kind="primary"
            call="roles.preview"
            notNow={member === '' ? words.memberFirst : undefined}
            onClick={() => void lookThrough({ memberId: member })}
          >
            {words.look}
          </Button>
        </div>
      </section>
      <section class="card">
        <h2>{words.asRole}</h2>
        <Answer query={departments}>{(all) => <AsRole all={all} />}</Answer>
      </section>
    </div>
  )
}

function AsRole({ all }: { all: readonly Department[] }) {
  const roles = useRoles()
  const [chosen, setChosen] = useState<readonly string[]>(all.filter(seenBy).map(({ id }) => id))
  return (
    <>
      {all.length > 0 && (
        <>
          <InDepartments all={all} chosen={chosen} onChange={setChosen} />
          <p class="quiet">{words.departmentsHint}</p>
        </>
      )}
      <Answer query={roles}>
        {({ roles }) => (
          <div class="as-roles">
            {roles.map(({ id, name }) => (
              <Button
                key={id}
                call="roles.preview"
                onClick={() => void lookThrough({ roleId: id, ...(all.length > 0 && { departmentIds: chosen }) })}
              >
                {name}
              </Button>
            ))}
          </div>
        )}
      </Answer>
    </>
  )
}

import type { Member, RoleChoice } from '@rolecall/protocol'
import { Button, part, SaveBar } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { ChooseDepartments } from './choose-departments.tsx'
import { words } from './words.ts'

const GiveRole = part(() => import('./give-role.tsx').then((file) => file.GiveRole), null)

/** What can be done to all that are selected at once: all of them, or nobody. */
export function Bulk({ members, roles, onDone }: Props) {
  const [asking, setAsking] = useState<'role' | 'departments' | null>(null)
  const done = (changed: boolean) => {
    setAsking(null)
    if (changed) onDone()
  }
  return (
    <>
      <SaveBar
        label={words.picked(members.length)}
        actions={
          <>
            <Button kind="ghost" onClick={onDone}>
              {words.unpick}
            </Button>
            {members.every(({ place }) => place.may) && (
              <Button hasPopup="dialog" call="team.changeDepartments" onClick={() => setAsking('departments')}>
                {words.changeDepartments}
              </Button>
            )}
            <Button kind="primary" hasPopup="dialog" call="team.setRoles" onClick={() => setAsking('role')}>
              {words.giveRole}
            </Button>
          </>
        }
      >
        {words.picked(members.length)}
      </SaveBar>
      {asking === 'departments' && <ChooseDepartments members={members} onDone={done} />}
      {asking === 'role' && <GiveRole members={members} roles={roles} onDone={done} />}
    </>
  )
}

interface Props {
  members: readonly Member[]
  roles: readonly RoleChoice[]
  onDone: () => void
}

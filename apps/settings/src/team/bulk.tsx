import type { Member, RoleChoice } from '@rolecall/protocol'
import { Button, part, SaveBar } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { words } from './words.ts'

const GiveRole = part(() => import('./give-role.tsx').then((file) => file.GiveRole), null)

/** What can be done to all that are selected at once: all of them, or nobody. */
export function Bulk({ members, roles, onDone }: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <SaveBar
        label={words.picked(members.length)}
        actions={
          <>
            <Button kind="ghost" onClick={onDone}>
              {words.unpick}
            </Button>
            <Button kind="primary" hasPopup="dialog" call="team.setRoles" onClick={() => setAsking(true)}>
              {words.giveRole}
            </Button>
          </>
        }
      >
        {words.picked(members.length)}
      </SaveBar>
      {asking && (
        <GiveRole
          members={members}
          roles={roles}
          onDone={(done) => {
            setAsking(false)
            if (done) onDone()
          }}
        />
      )}
    </>
  )
}

interface Props {
  members: readonly Member[]
  roles: readonly RoleChoice[]
  onDone: () => void
}

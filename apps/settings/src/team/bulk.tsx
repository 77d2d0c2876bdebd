import type { Member, RoleChoice } from '@rolecall/protocol'
import { api, Button, Menu, SaveBar } from '@rolecall/ui'
import { attempt } from '../data/attempt.ts'
import { words } from './words.ts'

/** What can be done to all that are selected at once: all of them, or nobody. */
export function Bulk({
  members,
  roles,
  onDone,
}: {
  members: readonly Member[]
  roles: readonly RoleChoice[]
  onDone: () => void
}) {
  const give = async (role: RoleChoice) => {
    const memberIds = members.map(({ id }) => id)
    const done = await attempt(
      () => api.team.setRoles.mutate({ memberIds, roleId: role.id }),
      ({ changed }) => ({ text: words.rolesChanged(changed, role.name) }),
    )
    if (done) onDone()
  }
  return (
    <SaveBar
      label={words.picked(members.length)}
      actions={
        <>
          <Button kind="ghost" onClick={onDone}>
            {words.unpick}
          </Button>
          <Menu
            label={words.giveRole}
            align="end"
            items={roles
              .filter(({ give: { may } }) => may)
              .map((role) => ({
                id: role.id,
                label: role.name,
                call: 'team.setRoles',
                onSelect: () => void give(role),
              }))}
            trigger={({ open, toggle }) => (
              <Button kind="primary" hasPopup="menu" expanded={open} call="team.setRoles" onClick={toggle}>
                {words.giveRole}
              </Button>
            )}
          />
        </>
      }
    >
      {words.picked(members.length)}
    </SaveBar>
  )
}

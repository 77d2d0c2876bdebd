import type { Member, RoleChoice } from '@rolecall/protocol'
import { Icon, mayCall, part } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { isMe } from './me.ts'
import { words } from './words.ts'

const GiveRole = part(() => import('./give-role.tsx').then((file) => file.GiveRole), null)

/** A member's role, and the way to another one; plain text where one may not give it, with the reason, and for oneself. */
export function RoleButton({ member, roles }: { member: Member; roles: readonly RoleChoice[] }) {
  const { role, manage, name, id } = member
  const [open, setOpen] = useState(false)
  if (!mayCall('team.setRole') || !manage.may || isMe(id)) {
    const why = mayCall('team.setRole') ? (isMe(id) ? words.ownRole : manage.why) : null
    return (
      <span class="role-plain" data-tip={why ?? undefined}>
        {role.name}
      </span>
    )
  }
  return (
    <>
      <button
        type="button"
        class="role-button"
        data-call="team.setRole"
        aria-label={words.roleOf(name, role.name)}
        aria-haspopup="dialog"
        onPointerEnter={() => void GiveRole.load()}
        onClick={() => setOpen(true)}
      >
        <span>{role.name}</span>
        <Icon name="edit" size={16} />
      </button>
      {open && <GiveRole members={[member]} roles={roles} onDone={() => setOpen(false)} />}
    </>
  )
}

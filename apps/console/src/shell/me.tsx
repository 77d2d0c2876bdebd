import { Avatar, MemberMenu, session } from '@rolecall/ui'
import { words } from '../words.ts'

/** The member's own menu, at the end of the rail. */
export function Me() {
  const me = session.value?.member
  if (!me) return null
  return (
    <MemberMenu
      trigger={({ open, toggle }) => (
        <button type="button" class="rail-me" aria-haspopup="menu" aria-expanded={open} onClick={toggle}>
          <Avatar id={me.id} name={me.name} size={32} />
          <span class="rail-me-label">{words.nav.me}</span>
          <span class="visually-hidden">{me.name}</span>
        </button>
      )}
    />
  )
}

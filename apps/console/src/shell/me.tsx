import { Avatar, Kbd, MemberMenu, type MenuItem, session } from '@rolecall/ui'
import { words } from '../words.ts'
import { helpOpen } from './help.tsx'
import { paletteOpen } from './palette.tsx'

/** The member's own menu, at the end of the rail. */
export function Me() {
  const me = session.value?.member
  if (!me) return null
  return (
    <MemberMenu
      items={items}
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

const items: readonly MenuItem[] = [
  {
    id: 'palette',
    label: words.keys.palette,
    icon: 'search',
    aside: <Kbd keys="mod+k" />,
    onSelect: () => {
      paletteOpen.value = true
    },
  },
  {
    id: 'keys',
    label: words.member.keys,
    icon: 'keyboard',
    aside: <Kbd keys="?" />,
    onSelect: () => {
      helpOpen.value = true
    },
  },
]

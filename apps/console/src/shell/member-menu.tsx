import { Avatar, Badge, Kbd, Menu, type MenuItem, session, setTheme, type Theme, theme } from '@rolecall/ui'
import { signOut } from '../data/auth.ts'
import { words } from '../words.ts'
import { helpOpen } from './help.tsx'
import { paletteOpen } from './palette.tsx'

/** Who I am, which role I have, and what concerns only me. */
export function MemberMenu() {
  const me = session.value
  if (!me) return null
  return (
    <Menu
      label={words.member.menu}
      head={
        <div class="member">
          <strong>{me.member.name}</strong>
          <span class="member-email">{me.member.email}</span>
          <Badge tone="accent">{me.role.name}</Badge>
        </div>
      }
      items={items()}
      trigger={({ open, toggle }) => (
        <button type="button" class="rail-me" aria-haspopup="menu" aria-expanded={open} onClick={toggle}>
          <Avatar id={me.member.id} name={me.member.name} size={32} />
          <span class="rail-me-label">{words.nav.me}</span>
          <span class="visually-hidden">{me.member.name}</span>
        </button>
      )}
    />
  )
}

const items = (): MenuItem[] => [
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
  ...themes.map(([id, icon, label], i) => ({
    id,
    icon,
    label,
    checked: theme.value === id,
    ruled: i === 0,
    onSelect: () => setTheme(id),
  })),
  { id: 'sign-out', label: words.member.signOut, icon: 'sign-out', ruled: true, onSelect: () => void signOut() },
]

const themes: readonly (readonly [Theme, 'system' | 'sun' | 'moon', string])[] = [
  ['system', 'system', words.member.system],
  ['light', 'sun', words.member.light],
  ['dark', 'moon', words.member.dark],
]

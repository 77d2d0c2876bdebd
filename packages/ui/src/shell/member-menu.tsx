import { signOut } from '../data/auth.ts'
import { Badge } from '../parts/badge.tsx'
import { Menu, type MenuItem, type MenuProps } from '../parts/menu.tsx'
import { session } from '../session/session.ts'
import { setTheme, type Theme, theme } from '../theme/theme.ts'
import { words } from '../words.ts'

/** Who I am, which role I have, and what concerns only me. `items`: what the app adds, above the theme. */
export function MemberMenu({ items = [], trigger }: { items?: readonly MenuItem[]; trigger: MenuProps['trigger'] }) {
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
      items={[...items, ...own(items.length > 0)]}
      trigger={trigger}
    />
  )
}

const own = (ruled: boolean): MenuItem[] => [
  ...themes.map(([id, icon, label], i) => ({
    id,
    icon,
    label,
    checked: theme.value === id,
    ruled: ruled && i === 0,
    onSelect: () => setTheme(id),
  })),
  { id: 'sign-out', label: words.member.signOut, icon: 'sign-out', ruled: true, onSelect: () => void signOut() },
]

const themes: readonly (readonly [Theme, 'system' | 'sun' | 'moon', string])[] = [
  ['system', 'system', words.member.system],
  ['light', 'sun', words.member.light],
  ['dark', 'moon', words.member.dark],
]

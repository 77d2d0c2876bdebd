import { signOut } from '../data/auth.ts'
import { Badge } from '../parts/badge.tsx'
import { Kbd } from '../parts/kbd.tsx'
import { Menu, type MenuItem, type MenuProps } from '../parts/menu.tsx'
import { sayReach } from '../session/reach.ts'
import { holds, session } from '../session/session.ts'
import { setTheme, type Theme, theme } from '../theme/theme.ts'
import { words } from '../words.ts'
import { helpOpen } from './help.tsx'
import { paletteOpen } from './palette.tsx'

/** Who I am, which role I have, and what concerns only me. */
export function MemberMenu({ trigger }: { trigger: MenuProps['trigger'] }) {
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
          {holds('inbox.view') && <span class="member-email">{words.reach.you(sayReach(me.reach, 'yours'))}</span>}
        </div>
      }
      items={own()}
      trigger={trigger}
    />
  )
}

const own = (): MenuItem[] => [
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
    label: words.keys.title,
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

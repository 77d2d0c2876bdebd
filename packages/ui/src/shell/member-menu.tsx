import { signal } from '@preact/signals'
import type { Place } from '@rolecall/protocol'
import { api } from '../data/api.ts'
import { signOut, switchTo } from '../data/auth.ts'
import { Badge } from '../parts/badge.tsx'
import { Kbd } from '../parts/kbd.tsx'
import { Menu, type MenuItem, type MenuProps } from '../parts/menu.tsx'
import { root } from '../root.ts'
import { sayReach } from '../session/reach.ts'
import { holds, session } from '../session/session.ts'
import { setTheme, type Theme, theme } from '../theme/theme.ts'
import { words } from '../words.ts'
import { helpOpen, paletteOpen } from './open.ts'

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
      items={[...places(), ...own()]}
      trigger={({ open, toggle }) =>
        trigger({
          open,
          toggle: () => {
            if (!open) void readAccounts()
            toggle()
          },
        })
      }
    />
  )
}

/** The accounts of who works in several, asked for when the menu is opened. */
const accounts = signal<readonly Place[]>([])

async function readAccounts(): Promise<void> {
  // Whoever cannot read them stays where they are; the page says by itself what is wrong.
  accounts.value = await api.session.accounts.query().catch(() => accounts.peek())
}

const places = (): MenuItem[] =>
  accounts.value.length < 2
    ? []
    : accounts.value.map(({ memberId, account, role }) => {
        const here = memberId === session.value?.member.id
        return {
          id: memberId,
          label: words.member.at(account, role),
          icon: 'globe' as const,
          checked: here,
          onSelect: () => void (here || switchTo(memberId)),
        }
      })

const own = (): MenuItem[] => [
  {
    id: 'palette',
    label: words.keys.palette,
    icon: 'search',
    ruled: accounts.value.length > 1,
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
  {
    id: 'access',
    label: words.member.access,
    icon: 'shield',
    ruled: true,
    onSelect: () => location.assign(`${root}/settings/own`),
  },
  {
    id: 'profile',
    label: words.member.profile,
    icon: 'user',
    onSelect: () => location.assign(`${root}/settings/tokens`),
  },
  { id: 'sign-out', label: words.member.signOut, icon: 'sign-out', ruled: true, onSelect: () => void signOut() },
]

const themes: readonly (readonly [Theme, 'system' | 'sun' | 'moon', string])[] = [
  ['system', 'system', words.member.system],
  ['light', 'sun', words.member.light],
  ['dark', 'moon', words.member.dark],
]

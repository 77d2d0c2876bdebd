import { type IconName, mayCall, session, setTheme, signOut, theme } from '@rolecall/ui'
import { words } from '../words.ts'
import { destinations } from './destinations.ts'
import { turnOnline, turnWidget } from './turn.ts'

export interface Command {
  id: string
  label: string
  icon: IconName
  keys?: string
  run: () => void
}

/** What the palette offers this member: pages, switches, theme, sign out. */
export function commands(route: (path: string) => void): Command[] {
  const account = session.value?.account
  const list: Command[] = destinations().map((page) => ({
    id: page.id,
    label: words.palette.goTo(page.label),
    icon: page.icon,
    keys: `g ${page.key}`,
    run: () => route(page.path),
  }))
  if (account && mayCall('switches.setOnline')) {
    const { online } = account
    list.push({
      id: 'online',
      icon: 'chat',
      label: words.palette.turn(words.switches.online, online),
      run: () => void turnOnline(!online),
    })
  }
  if (account && mayCall('switches.setWidget')) {
    const { widgetShown } = account
    list.push({
      id: 'widget',
      icon: 'panel',
      label: words.palette.turn(words.switches.widget, widgetShown),
      run: () => void turnWidget(!widgetShown),
    })
  }
  const dark = theme.value === 'dark'
  list.push({
    id: 'theme',
    icon: dark ? 'sun' : 'moon',
    label: dark ? words.member.light : words.member.dark,
    run: () => setTheme(dark ? 'light' : 'dark'),
  })
  list.push({ id: 'sign-out', icon: 'sign-out', label: words.member.signOut, run: () => void signOut() })
  return list
}

/** Those in which every typed word begins some word of the label; in their own order. */
export function matching(list: readonly Command[], text: string): Command[] {
  const wanted = text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return list.filter(({ label }) => {
    const has = label.toLocaleLowerCase().split(/[\s:]+/)
    return wanted.every((want) => has.some((word) => word.startsWith(want)))
  })
}

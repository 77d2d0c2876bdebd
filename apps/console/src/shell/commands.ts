import { type Command, goTo, mayCall, ownCommands, session } from '@rolecall/ui'
import { words } from '../words.ts'
import { setOnline, setWidget } from './availability.ts'
import { everywhere } from './destinations.ts'

/** What the palette offers this member: pages, switches, theme, sign out. */
export function commands(route: (path: string) => void): Command[] {
  const account = session.value?.account
  const list = goTo(everywhere(), route)
  if (account && mayCall('switches.setOnline')) {
    const { online } = account
    list.push({
      id: 'online',
      icon: 'chat',
      label: words.palette.turn(words.switches.online, online),
      run: () => void setOnline(!online),
    })
  }
  if (account && mayCall('switches.setWidget')) {
    const { widgetShown } = account
    list.push({
      id: 'widget',
      icon: 'panel',
      label: words.palette.turn(words.switches.widget, widgetShown),
      run: () => void setWidget(!widgetShown),
    })
  }
  return [...list, ...ownCommands()]
}

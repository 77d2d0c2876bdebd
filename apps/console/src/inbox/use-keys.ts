import { mayCall, type Shortcut, session, useShortcuts } from '@rolecall/ui'
import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { write } from './composer/kind.ts'
import { contactCovers, showContact } from './contact/shown.ts'
import { type Place, pathOf } from './place.ts'
import { closeOrReopen, focusOn, readOrUnread, step } from './steer.ts'
import { words } from './words.ts'

/** The keys of the inbox. Those that the role may not use are not there, and not in the help. */
export function useInboxKeys({ view, status, departmentId, chatId }: Place): void {
  const { route } = useLocation()
  const may = session.value?.procedures
  const place = { view, status, departmentId, chatId }
  const list = useMemo(() => keysOf(place, route), [view, status, departmentId, chatId, may])
  useShortcuts(words.keys.group, list)
}

function keysOf(place: Place, route: (path: string) => void): Shortcut[] {
  const { chatId } = place
  const go = (to: string | null) => to && route(pathOf({ ...place, chatId: to }))
  const always: Shortcut[] = [
    { keys: 'j', label: words.keys.next, run: () => go(step(1)) },
    { keys: 'k', label: words.keys.previous, run: () => go(step(-1)) },
    { keys: '/', label: words.keys.search, run: () => focusOn('inbox-search') },
  ]
  if (!chatId) return always
  const reply = mayCall('inbox.reply') ? [{ keys: 'r', label: words.keys.reply, run: () => write('message') }] : []
  const note = mayCall('inbox.note') ? [{ keys: 'n', label: words.keys.note, run: () => write('note') }] : []
  const assign = mayCall('inbox.assign')
    ? [{ keys: 'a', label: words.keys.assign, run: () => focusOn('assign', true) }]
    : []
  const close = mayCall('inbox.close')
    ? [{ keys: 'e', label: words.keys.close, run: () => void closeOrReopen(chatId, go) }]
    : []
  const toList = () => route(pathOf({ ...place, chatId: null }))
  const unread = mayCall('inbox.unread')
    ? [{ keys: 'u', label: words.keys.unread, run: () => readOrUnread(chatId, toList) }]
    : []
  const back = {
    keys: 'escape',
    label: words.keys.back,
    run: () => (contactCovers.value ? showContact(false) : toList()),
  }
  return [...always, ...reply, ...note, ...assign, ...close, ...unread, back]
}

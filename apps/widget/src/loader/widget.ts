// oxlint-disable unicorn/prefer-add-event-listener -- one listener each, and a dozen bytes less of three thousand
import type { Hello, Shown, Who } from '../bridge.ts'
import { chatIn, speak } from '../words/launcher.ts'
import type { Emit, Serve } from './api.ts'
import { createFrame, type Frame } from './frame.ts'
import { hint } from './hint.ts'
import { bubble, chevron, createLauncher } from './launcher.ts'
import { followViewport } from './viewport.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** Somebody may be writing there. What is behind a shadow root or in a frame cannot be seen from here. */
const holdsFocus = ({ tagName, isContentEditable }: HTMLElement) =>
  isContentEditable || /INPUT|TEXT|SEL|FRAME|-/.test(tagName)

/** Opens, closes, counts. Returns what answers the page's calls. */
export function createWidget(
  home: string,
  account: string,
  config: Shown,
  { lang, department }: DOMStringMap,
  emit: Emit,
): Serve {
  const language = speak([lang ?? '', document.documentElement.lang, ...navigator.languages])
  const chat = chatIn(language)
  const [host, wrap, box, retry, button, icon, badge] = createLauncher(config, language)
  const at = Date.now()
  let frame: Frame | undefined
  let who: Who = { department }
  let open = false
  let drawn = false
  let wanted = true
  let shown = true
  let over = false
  let unread = 0
  let label = ''

  const page = () => location.origin + location.pathname
  const hello = (): Hello => ({ rolecall: config, at, open, page: page(), who, forget: over || hint(account) === '0' })

  function draw(): void {
    wrap.className = open ? (drawn ? 'open drawn' : 'open') : ''
    wrap.hidden = !shown || over
    button.hidden = !wanted
    icon.setAttribute('d', open ? chevron : bubble)
    badge.hidden = !unread || open
    badge.textContent = `${unread}`
    button.ariaExpanded = `${open}`
    button.ariaLabel = badge.hidden ? chat : `${chat}, ${label}`
  }

  // What `remove` returns is the page's affair: old libraries replace it.
  function drop(): void {
    frame?.[0].remove()
    frame = undefined
    drawn = false
    retry.hidden = true
  }

  const load = (): Frame => {
    if (!frame) {
      frame = createFrame(box, home, `widget/panel#${account},${language}`, hello, {
        ready() {
          drawn = retry.hidden = true
          draw()
        },
        close: () => set(false, true),
        unread([count, words]) {
          unread = count
          label = words
          draw()
          emit('unread', count)
        },
        message: (from) => emit('message', from),
        kept: (kept) => void (hint(account) !== '0' && hint(account, kept ? '1' : '')),
        shown(now) {
          if (now === shown) return
          set(false)
          shown = now
          draw()
          emit(now ? 'ready' : 'hidden')
        },
        forgotten() {
          hint(account, '')
          if (!over) return
          drop()
          host.remove()
        },
      })
      frame[0].title = chat
    }
    return frame
  }

  function set(next: boolean, focus?: boolean): void {
    if (open === next || over || !shown) return
    const active = document.activeElement as HTMLElement
    const here = focus || active === host
    open = next
    draw()
    const [element, send] = load()
    if (open) {
      send('open', page())
      if (here || !holdsFocus(active)) element.focus()
      // A panel that has not greeted for so long will not: the visitor is told.
      setTimeout(() => (retry.hidden = drawn), 8000)
    } else {
      send('close')
      if (here) button.focus()
      // It could not be loaded, or not yet: the next time is another try.
      if (!drawn) drop()
    }
    emit(open ? 'open' : 'close')
  }

  button.onclick = () => set(!open, true)
  retry.onclick = () => {
    set(false)
    set(true, true)
  }
  // A hand on its way to the button is reason enough.
  button.onpointerenter = load
  // Returns nothing: false would keep every other key from its work.
  wrap.onkeydown = ({ key }) => {
    if (key === 'Escape') set(false, true)
  }
  // Signs and the name: no room for a sentence in five languages here.
  retry.textContent = `⚠ ${chat} ↻`
  followViewport(box)
  drop()
  draw()
  if (hint(account)) load()
  emit('ready')

  const show = (now: boolean) => {
    wanted = now
    if (!now) set(false)
    draw()
  }
  const know = (more: Who) => {
    who = { ...who, ...more }
    frame?.[1]('who', who)
  }
  const commands: Record<string, (...args: never[]) => void> = {
    open: () => set(true),
    close: () => set(false),
    toggle: () => set(!open),
    show: () => show(true),
    hide: () => show(false),
    // Nothing else crosses the bridge; what cannot would take the panel with it.
    identify: (name: unknown, email: unknown) => know({ name: text(name), email: text(email) }),
    department: (name: unknown) => know({ department: text(name) }),
    shutdown() {
      set(false)
      over = true
      who = { department }
      draw()
      // What this browser keeps is the panel's, and only the panel knows what that is. Should the page be left before it has
      // forgotten, the next one sees to it.
      hint(account, '0')
      load()[1]('forget')
    },
  }
  return (command, args) => {
    // The way back by open, show, toggle or identify, to a conversation that knows nothing of the last.
    if (over && /pen|how|gle|ify/.test(command)) {
      over = false
      if (!host.isConnected) document.documentElement.append(host)
      draw()
    }
    if (over) return false
    if (!shown) emit('hidden')
    commands[command]?.(...(args as never[]))
    return shown
  }
}

/** "Widget is shown" is off: nothing is drawn, and whoever asks is told. */
export function serveHidden(emit: Emit): Serve {
  emit('hidden')
  return () => {
    emit('hidden')
    return false
  }
}

import { render } from 'preact'
import { paint } from '../color.ts'
import { direction } from '../words/launcher.ts'
import { load } from '../words/load.ts'
import { App, focus } from './app.tsx'
import { call } from './call.ts'
import { createChat } from './chat.ts'
import { greet } from './hello.ts'
import { watch } from './live.ts'
import { createMemory } from './memory.ts'
import { language, speakIn } from './speech.ts'
import './panel.css'

/** While there is no conversation there is no stream either: the panel asks this often (ms) whether anybody is there. */
const poll = 30_000

const [account = '', asked = 'en'] = location.hash.slice(1).split(',')

// The page may greet before the words are here, never before we listen.
const greeting = greet(account)
speakIn(await load(asked))
const { hello, tell, listen } = await greeting
const memory = createMemory(account, () => localStorage)

function begin(): void {
  let { open, who, page } = hello
  const { rolecall: config } = hello
  const { documentElement: root, body } = document
  const chat = createChat({ account, config, call, watch, memory, tell, context: () => ({ who, page }) })
  const ask = () => chat.ask().catch(() => {})
  root.lang = language
  root.dir = direction(language)
  paint(root.style, config.color)

  const close = window.parent === window ? undefined : () => tell('close', null)
  const draw = () => render(<App chat={chat} who={who} open={open} close={close} />, body)
  const opened = () => {
    focus()
    void ask()
  }
  chat.onChange(draw)
  listen({
    open(from) {
      open = true
      page = from
      draw()
      opened()
    },
    close() {
      open = false
      draw()
    },
    who(now) {
      who = now
      draw()
    },
    forget() {
      chat.forget()
      tell('forgotten', null)
    },
  })
  memory.watch(() => void chat.follow())
  setInterval(() => open && chat.state().phase === 'fresh' && ask(), poll)
  draw()
  tell('ready', null)
  if (open) opened()
  void chat.restore()
}

if (hello.forget) {
  memory.clear()
  tell('forgotten', null)
} else begin()

import { render } from 'preact'
import { direction } from '../words/launcher.ts'
import { load } from '../words/load.ts'
import { App } from './app.tsx'
import { call } from './call.ts'
import { createChat } from './chat.ts'
import { focus } from './focus.ts'
import { greet } from './hello.ts'
import { watch } from './live.ts'
import { createMemory } from './memory.ts'
import { paint } from './paint.ts'
import { language, speakIn } from './speech.ts'
import './panel.css'

/** While the panel is open, who is there and how the switches stand is asked for again when it is older than this, in ms. */
const lasts = 30_000

const [account = '', asked = 'en'] = location.hash.slice(1).split(',')

// Not at the top of the file: a file that waits there cannot share what it has with those that are loaded later.
async function start(): Promise<void> {
  // The page may greet before the words are here, never before we listen.
  const greeting = greet()
  speakIn(await load(asked))
  const { hello, tell, listen } = await greeting
  const memory = createMemory(account, () => localStorage)

  let { open, who, page } = hello
  const { rolecall: config } = hello
  const { documentElement: root, body } = document
  const chat = createChat({ account, config, call, watch, memory, tell, context: () => ({ who, page }) })
  if (hello.forget) chat.forget()
  let known = hello.at
  const ask = () => {
    if (!open || Date.now() - known < lasts) return
    known = Date.now()
    chat.ask().catch(() => {})
  }
  root.lang = language
  root.dir = direction(language)
  paint(root.style, config)

  const close = () => tell('close', null)
  const draw = () => render(<App chat={chat} who={who} open={open} close={close} />, body)
  const opened = () => {
    focus()
    ask()
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
    forget: chat.forget,
  })
  memory.watch(() => void chat.follow())
  setInterval(ask, lasts / 2)
  draw()
  tell('ready', null)
  if (open) opened()
  void chat.restore()
}

void start()

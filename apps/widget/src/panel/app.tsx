import type { Who } from '../bridge.ts'
import type { Chat } from './chat.ts'
import { Composer } from './composer.tsx'
import { Header } from './header.tsx'
import { later } from './later.tsx'
import { Log } from './log.tsx'
import { Notes } from './notes.tsx'
import { words } from './speech.ts'

interface Props {
  chat: Chat
  who: Who
  open: boolean
  close: () => void
}

const Form = later(() => import('./form.tsx').then((file) => file.Form))

/** The panel: who is there, what was said, and a place to write. */
export function App({ chat, who, open, close }: Props) {
  const state = chat.state()
  const { config, phase, lines, draft } = state
  const notes = <Notes state={state} load={() => void chat.load()} />
  return (
    <main aria-label={words.chat} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <Header config={config} close={close} />
      <p class="lost" role="status">
        {!state.live && words.lost}
      </p>
      {!config.online && phase === 'fresh' && !lines.length ? (
        <>
          {notes}
          <Form chat={chat} draft={draft} who={who} open={open} />
        </>
      ) : (
        <>
          <Log state={state} chat={chat} open={open}>
            {notes}
          </Log>
          <Composer chat={chat} draft={draft} />
        </>
      )}
    </main>
  )
}

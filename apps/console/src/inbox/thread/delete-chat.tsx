import type { Chat } from '@rolecall/protocol'
import { Confirm, plural } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { remove } from '../data/actions.ts'
import { opened } from '../data/questions.ts'
import { words } from '../words.ts'

/** Asks before a chat is erased for good. */
export function DeleteChat({ chat, back, asking, onDone }: DeleteProps) {
  const { route } = useLocation()
  const [busy, setBusy] = useState(false)
  const yes = async () => {
    setBusy(true)
    const done = await remove(chat.id)
    setBusy(false)
    onDone()
    if (done && opened.peek() === chat.id) route(back)
  }
  return (
    <Confirm
      open={asking}
      title={words.delete.title(chat.contact.name)}
      body={plural(chat.lastSeq, words.delete.body)}
      yes={words.delete.yes}
      no={words.delete.no}
      call="inbox.delete"
      busy={busy}
      onYes={() => void yes()}
      onNo={onDone}
    />
  )
}

interface DeleteProps {
  chat: Chat
  /** Where to go when the chat is no more. */
  back: string
  asking: boolean
  onDone: () => void
}

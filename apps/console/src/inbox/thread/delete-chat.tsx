import type { Chat } from '@rolecall/protocol'
import { Confirm, plural } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { remove } from '../data/deeds.ts'
import { words } from '../words.ts'

/** Asks before a chat is erased for good. */
export function DeleteChat({ chat, asking, onDone }: { chat: Chat; asking: boolean; onDone: () => void }) {
  const [busy, setBusy] = useState(false)
  const yes = async () => {
    setBusy(true)
    await remove(chat.id)
    setBusy(false)
    onDone()
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

import { useEffect } from 'preact/hooks'
import { mayCall, session } from '../session/session.ts'
import { api } from './api.ts'
import { onLive } from './live.ts'
import { unseen } from './title.ts'

/** So many ms of news are one question. */
const wait = 2000

/** Of what a member read in one tab, or marked as unread, the others hear. Browsers without a channel ask the server as ever. */
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('rolecall-read')

export interface Read {
  memberId: string
  chatId: string
  /** So many visitor messages are read now. */
  count: number
}

export function tellRead(read: Read): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin, and takes none
  channel?.postMessage(read)
}

export function onRead(hear: (read: Read) => void): () => void {
  const listen = ({ data }: MessageEvent<Read>) => {
    if (data.memberId === session.peek()?.member.id) hear(data)
  }
  channel?.addEventListener('message', listen)
  return () => channel?.removeEventListener('message', listen)
}

/** Keeps the number of unread chats true on every page of every app; in the inbox that page knows it better. */
export function useUnread(inside = false): void {
  const may = mayCall('inbox.waiting')
  const member = session.value?.member.id
  useEffect(() => {
    if (!may) unseen.value = 0
    if (!may || inside) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = () => {
      timer = undefined
      void api.inbox.waiting.query().then(
        ({ count }) => (unseen.value = count),
        () => {},
      )
    }
    const soon = () => (timer ??= setTimeout(ask, wait))
    ask()
    const deaf = onLive(({ type }) => {
      if (type === 'message' || type === 'chat' || type === 'chat.gone' || type === 'resync') soon()
    })
    const alone = onRead(soon)
    return () => {
      clearTimeout(timer)
      deaf()
      alone()
    }
  }, [may, inside, member])
}

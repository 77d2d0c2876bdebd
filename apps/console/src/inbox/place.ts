import type { ChatStatus, ChatView } from '@rolecall/protocol'
import { chatPath, paths } from '../paths.ts'

/** Which list and which chat the address names. */
export interface Place {
  view: ChatView
  status: ChatStatus
  chatId: string | null
}

export function pathOf({ view, status, chatId }: Place): string {
  const path = chatId ? chatPath(chatId, view) : `${paths.inbox}/${view}`
  return status === 'closed' ? `${path}?status=closed` : path
}

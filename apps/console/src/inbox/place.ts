import type { ChatStatus, ChatView } from '@rolecall/protocol'
import { chatPath, paths } from '../paths.ts'

/** Which list and which chat the address names. */
export interface Place {
  view: ChatView
  status: ChatStatus
  departmentId: string | null
  chatId: string | null
}

export function pathOf({ view, status, departmentId, chatId }: Place): string {
  const path = chatId ? chatPath(chatId, view) : `${paths.inbox}/${view}`
  const query = new URLSearchParams({
    ...(status === 'closed' && { status }),
    ...(departmentId && { department: departmentId }),
  }).toString()
  return query ? `${path}?${query}` : path
}

/** Which chats a role sees: all of them, those of one's departments, or one's own; `unassigned` adds nobody's. */
export interface ChatScope {
  readonly chats: 'all' | 'departments' | 'mine'
  readonly unassigned: boolean
}

export interface ChatSeer {
  readonly id: string
  readonly departmentIds: readonly string[]
}

export interface ChatPlace {
  readonly assigneeId: string | null
  readonly departmentId: string | null
}

/**
 * Whether a member sees a chat. The query in packages/api (visible.ts) says the same in SQL and is tested against this.
 * A chat that waits for another department is nobody's, but not ours.
 */
export function sees(scope: ChatScope, me: ChatSeer, chat: ChatPlace): boolean {
  if (scope.chats === 'all') return true
  if (chat.assigneeId === me.id) return true
  const nobodys = scope.unassigned && chat.assigneeId === null
  if (scope.chats === 'mine') return nobodys
  return chat.departmentId === null ? nobodys : me.departmentIds.includes(chat.departmentId)
}

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
 * A chat that waits for another department is nobody's yet, but not ours to take.
 */
export function sees(scope: ChatScope, me: ChatSeer, chat: ChatPlace): boolean {
  const own = chat.assigneeId === me.id
  const nobodys = scope.unassigned && chat.assigneeId === null
  switch (scope.chats) {
    case 'all':
      return true
    case 'departments':
      return own || (chat.departmentId === null ? nobodys : me.departmentIds.includes(chat.departmentId))
    case 'mine':
      return own || nobodys
    default:
      return false
  }
}

/** Whether whoever sees with `a` sees everything that they would see with `b`, whichever departments they are in. */
export function coversScope(a: ChatScope, b: ChatScope): boolean {
  if (a.chats === 'all') return true
  if (a.chats === b.chats) return a.unassigned || !b.unassigned
  // A free chat of another department is within "mine, plus unassigned" and not within "own departments".
  return a.chats === 'departments' && b.chats === 'mine' && !b.unassigned
}

/** The wider of two scopes; `a` where neither covers the other, so that nothing is seen that nobody decided on. */
export const widerScope = (a: ChatScope, b: ChatScope): ChatScope => (coversScope(b, a) ? b : a)

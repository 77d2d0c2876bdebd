import type { Chat, ChatCounts, ChatStatus } from '@rolecall/protocol'
import type { Known, Place, Query } from './state.ts'

/** Whether a chat belongs in a list. The search is not looked at: only the server can tell. */
export function matches({ status, view, departmentId }: Query, chat: Chat, me: string): boolean {
  const there = departmentId === null || chat.department?.id === departmentId
  return chat.status === status && there && inView(view, chat, me)
}

function inView(view: Query['view'], chat: Chat, me: string): boolean {
  if (view === 'mine') return chat.assignee?.id === me
  if (view === 'unassigned') return chat.assignee === null
  return true
}

/** Newest first; equal instants in one fixed order, the server's, so that nothing swaps places by itself. */
export function inOrder(a: Place, b: Place): number {
  return b.at - a.at || (a.id === b.id ? 0 : a.id < b.id ? 1 : -1)
}

export function placeOf({ chat, at }: Known): Place {
  return { at, id: chat.id }
}

/** Whether a chat lies within what a list has loaded. */
export function isLoaded(known: Known, floor: Place | null): boolean {
  return floor === null || inOrder(placeOf(known), floor) <= 0
}

/** How the counts change when a chat goes from `before` to `after` (null: not there); null when they do not. */
export function countChange(
  status: ChatStatus,
  me: string,
  before: Chat | null,
  after: Chat | null,
): ((counts: ChatCounts) => ChatCounts) | null {
  const step = (view: Query['view'], departmentId: string | null = null) => {
    const query: Query = { view, status, search: '', departmentId }
    return Number(after !== null && matches(query, after, me)) - Number(before !== null && matches(query, before, me))
  }
  const [mine, unassigned, all] = [step('mine'), step('unassigned'), step('all')]
  const moved = [before, after].some((chat) => chat?.department && step('all', chat.department.id) !== 0)
  if (!mine && !unassigned && !all && !moved) return null
  return (counts) => ({
    mine: counts.mine + mine,
    unassigned: counts.unassigned + unassigned,
    all: counts.all + all,
    departments: counts.departments.map((one) => ({ ...one, count: one.count + step('all', one.id) })),
  })
}

import { departments, type Kit, kits } from './model.ts'

// What a member can read and do, chat by chat, said anew and as plainly as possible: nothing of the code under test is
// asked. Where somebody can more after an act than they or whoever did it could before, a rule is wrong.

/** Where a chat may be: whose it is (a member's number, null: nobody's) and the department that it waits for. */
export interface Place {
  readonly assignee: number | null
  readonly department: string | null
}

/** What is left of a department when chats of it stay closed. Nobody is in it. */
export const gone = 'gone'

/**
 * All places there are, each a bit of a mask: the mask is sixteen accounts at once, with a chat in one place each. One
 * chat stands for four, for chats know nothing of each other: an act that reads several is refused for any of them, so
 * whatever leaks beside others leaks alone (explore.test.ts tries it with four).
 */
export const places: readonly Place[] = [0, 1, 2, null].flatMap((assignee) =>
  [...departments, null, gone].map((department) => ({ assignee, department })),
)
export const everywhere = 2 ** places.length - 1

/** Somebody who has just joined, and has no chat. */
export const newcomer = 3

const placesWhere = (is: (place: Place) => boolean): number =>
  places.reduce((mask, place, at) => (is(place) ? mask | (1 << at) : mask), 0)

/** The places of chats that are assigned to each member. */
export const assignedTo = [0, 1, 2, newcomer].map((who) => placesWhere(({ assignee }) => assignee === who))

/** Chats that are read, with a bit for what is no chat: managing. */
export const manages = 1 << places.length

function holds({ role, besideRole, permission }: Kit, name: string): boolean {
  const ofRoles = [role, besideRole].some(
    (one) => one !== null && (one.preset === 'Administrator' || one.permissions.includes(name)),
  )
  // To act on a chat comes with seeing it.
  return ofRoles || permission === name || (permission === 'inbox.assign' && name === 'inbox.view')
}

function sees({ role, besideRole, departments }: Kit, who: number, { assignee, department }: Place): boolean {
  if (assignee === who) return true
  return [role, besideRole].some((one) => {
    if (one === null) return false
    const { chat_scope, unassigned } = one
    if (chat_scope === 'all') return true
    const free = unassigned && assignee === null
    if (chat_scope === 'mine') return free
    return department === null ? free : departments.includes(department)
  })
}

function readBy(kit: Kit, who: number): number {
  const chats = holds(kit, 'inbox.view') ? placesWhere((place) => sees(kit, who, place)) : 0
  return holds(kit, 'team.manage') ? chats | manages : chats
}

function doneBy(kit: Kit, who: number): number {
  return holds(kit, 'inbox.assign') ? placesWhere((place) => sees(kit, who, place)) : 0
}

type Masks = readonly [Int32Array, Int32Array, Int32Array, Int32Array]
function byMember(of: (kit: Kit, who: number) => number): Masks {
  const masks = (who: number) => Int32Array.from(kits, (kit) => of(kit, who))
  return [masks(0), masks(1), masks(2), masks(newcomer)]
}

/** By member, then by kit: the chats that they read (and whether they manage), and those that they act on. */
export const reads = byMember(readBy)
export const acts = byMember(doneBy)

/** Where each chat goes, by number of its place. */
export type Moves = readonly number[]
export const stay: Moves = places.map((_place, at) => at)
const placeOf = (wanted: Place): number =>
  places.findIndex(({ assignee, department }) => assignee === wanted.assignee && department === wanted.department)

/** What becomes of the chats in `which`, and of the others. */
export const moved = (
  which: number,
  to: (place: Place) => Place,
  others: (place: Place) => Place = (same) => same,
): Moves => places.map((place, at) => placeOf((which & (1 << at)) !== 0 ? to(place) : others(place)))

/** A mask of what is seen after a move, by where the chats were before. */
export function pulledBack(mask: number, moves: Moves): number {
  if (moves === stay) return mask
  let before = mask & manages
  for (let at = 0; at < moves.length; at++) if ((mask & (1 << (moves[at] as number))) !== 0) before |= 1 << at
  return before
}

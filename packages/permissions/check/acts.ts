import {
  type Account,
  administrator,
  besideRole,
  besides,
  departments,
  kit,
  kitOf,
  type Member,
  member,
  type Roles,
  templates,
} from './model.ts'
import { closed, free, given } from './moves.ts'
import { acts, assignedTo, everywhere, type Moves, manages, reads, stay } from './property.ts'
import type { Reckoning } from './reckoning.ts'

/** One thing that the first member does, and what is there afterwards. */
export interface Step {
  readonly act: string
  readonly after: Account
  /** In which of the sixteen accounts (property.ts) the table permits it. */
  readonly permitted: number
  readonly moves: Moves
  /** The kit of whoever joins by it, or could; null: nobody. */
  readonly joins: number | null
}

/** Tries every act of the first member of an account. `all`: those too that the table refuses everywhere. */
export function eachStep(account: Account, ask: Reckoning, visit: (step: Step) => void, all = false): void {
  const { roles, members } = account
  const me = members[0]
  if (!me.active) return
  const now = kitOf(roles, me, false)
  assigns(account, ask, visit, acts[0][now] as number)
  const read = reads[0][now] as number
  if ((read & manages) === 0) return

  const mine = pairOf(ask, roles, me)
  const scene: Scene = { account, ask, mine, read: read & (reads[0][kitOf(roles, me, true)] as number), all, visit }
  for (const whom of [0, 1, 2] as const) onMember(scene, whom)
  onRoles(scene)
  onDepartments(scene)
  // They are the same for every account with this actor: tried where the second member is the plainest.
  if (members[1] === administrator) onInvitations(scene)
}

interface Scene {
  readonly account: Account
  readonly ask: Reckoning
  /** What the actor holds, by its number. */
  readonly mine: number
  /** The chats that they read, now and for good. */
  readonly read: number
  readonly all: boolean
  readonly visit: (step: Step) => void
}

const pairOf = (ask: Reckoning, roles: Roles, one: Member) => ask.pair(kitOf(roles, one, false), one.ends)

export const administers = ({ members, roles }: Account): boolean =>
  members.some(({ role, active }) => active && roles[role] === 0)

/** What an act demands, and of whom it is asked. */
type Asked = readonly [demand: number, whom: number]

function take(
  scene: Scene,
  act: string,
  asked: readonly Asked[],
  after: Account,
  moves: Moves = stay,
  joins: number | null = null,
): void {
  const permitted = whereIn(scene, asked, after)
  if (permitted !== 0 || scene.all) scene.visit({ act, after, permitted, moves, joins })
}

/** In which of the sixteen accounts all of it is met. */
function whereIn({ ask, mine, read }: Scene, asked: readonly Asked[], after: Account): number {
  let where = everywhere
  for (const [id, whom] of asked) {
    if (ask.lacks(mine, id)) return 0
    const demand = ask.demand(id)
    if (demand.administrator && !administers(after)) return 0
    if (demand.read) where &= read | ~(assignedTo[whom] as number)
  }
  return where
}

const withMember = ({ roles, members: [a, b, c] }: Account, whom: 0 | 1 | 2, one: Member): Account => ({
  roles,
  members: [whom === 0 ? one : a, whom === 1 ? one : b, whom === 2 ? one : c],
})

const withEach = ({ members: [a, b, c] }: Account, roles: Roles, change: (one: Member) => Member): Account => ({
  roles,
  members: [change(a), change(b), change(c)],
})

function onMember(scene: Scene, whom: 0 | 1 | 2): void {
  const { account, ask, mine, read } = scene
  const them = account.members[whom]
  const before = pairOf(ask, account.roles, them)
  const one = (act: string, demand: number, next: Member, moves = stay) =>
    take(scene, act, [[demand, whom]], withMember(account, whom, member(next)), moves)
  const change = (act: 'setRole' | 'give' | 'setDepartments', next: Member, added = 0) =>
    one(act, ask[act](before, pairOf(ask, account.roles, next), Number(them.active), added), next)

  for (let role = 0; role < 3; role++) if (role !== them.role) change('setRole', { ...them, role })
  if (them.beside > 0) one('end', ask.end(before), { ...them, beside: 0, ends: false })
  for (let beside = 1; beside < besides && them.beside === 0; beside++) {
    change('give', { ...them, beside, ends: false })
    change('give', { ...them, beside, ends: true })
  }
  for (let to = 0; to < 4; to++) {
    if (to !== them.departments) change('setDepartments', { ...them, departments: to }, to & ~them.departments)
  }
  if (!them.active) return one('reactivate', ask.reactivate(before), { ...them, active: true })
  const moves = free(ask.freed(mine, read & everywhere, everywhere) & (assignedTo[whom] as number))
  one('deactivate', ask.deactivate(before), { ...them, active: false }, moves)
  one('remove', ask.remove(before), { ...them, active: false }, moves)
}

/** A role is edited (or rolled back, or imported: the same), or deleted with one in its place. */
function onRoles(scene: Scene): void {
  const { account } = scene
  const [administrator, first, second] = account.roles
  for (const at of [1, 2] as const) {
    const was = account.roles[at]
    for (let next = 1; next < templates.length; next++) {
      const roles: Roles = at === 1 ? [administrator, next, second] : [administrator, first, next]
      if (next !== was) save(scene, 'editRole', [was, next], { roles, members: account.members })
    }
    for (const instead of [0, 3 - at]) {
      const after = withEach(account, account.roles, (one) => withoutRole(one, at, instead))
      save(scene, 'deleteRole', [was, account.roles[instead] as number], after)
    }
  }
}

/** Who held it holds the other one; held beside a role it ends. */
function withoutRole(one: Member, role: number, instead: number): Member {
  const left = one.beside === besideRole(role) ? { ...one, beside: 0, ends: false } : one
  return member(left.role === role ? { ...left, role: instead } : left)
}

function save(scene: Scene, act: string, [was, next]: readonly [number, number], after: Account): void {
  const { account, ask } = scene
  const asked: Asked[] = [[ask.saveRole(was, next), 0]]
  for (const who of [0, 1, 2] as const) {
    const one = account.members[who]
    const before = pairOf(ask, account.roles, one)
    const then = pairOf(ask, after.roles, after.members[who])
    if (before !== then) asked.push([ask.holder(before, then, Number(one.active)), who])
  }
  take(scene, act, asked, after)
}

/** Whoever was in it no longer is, and its chats wait for no department or stay closed. */
function onDepartments(scene: Scene): void {
  const { account, ask, mine, read } = scene
  for (let at = 0; at < departments.length; at++) {
    const after = withEach(account, account.roles, (one) =>
      member({ ...one, departments: one.departments & ~(1 << at) }),
    )
    const moves = closed(departments[at] as string, ask.freed(mine, read & everywhere, everywhere))
    take(scene, 'deleteDepartment', [[ask.deleteDepartment(), 0]], after, moves)
  }
}

/** By whoever sent it: an invitation that is accepted is measured by them, and sending it again makes it one's own. */
function onInvitations(scene: Scene): void {
  const { account, ask } = scene
  for (const role of account.roles) {
    for (let to = 0; to < 4; to++) {
      const joins = kit(role, 0, to)
      for (const act of ['invite', 'accept', 'resend'] as const) {
        take(scene, act, [[ask[act](role, to), 0]], account, stay, joins)
      }
      take(scene, 'revoke', [[ask.revoke(role, to), 0]], account)
    }
  }
}

/** A chat that is read is given to a colleague who may have one, or to nobody. */
function assigns(account: Account, ask: Reckoning, visit: (step: Step) => void, theirs: number): void {
  if (theirs === 0) return
  for (const to of [0, 1, 2, null] as const) {
    const one = to === null ? null : account.members[to]
    if (one && !(one.active && ask.receives(pairOf(ask, account.roles, one)))) continue
    visit({ act: 'assign', after: account, permitted: theirs, moves: given(theirs, to), joins: null })
  }
}

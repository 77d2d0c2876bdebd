import type { Calls } from '@rolecall/api/testing'
import fc from 'fast-check'
import { permissions } from './powers.ts'
import type { One, Stage } from './stage.ts'

/** One thing that somebody tries, as plain numbers: what they point at is found when it is tried. */
export interface Move {
  verb: keyof typeof verbs
  who: number
  a: number
  b: number
  names: number[]
  /** Mostly people try what they hold, on those who hold no more: the rest is refused soon. */
  own: boolean
  full: string[]
  chats: 'all' | 'departments' | 'mine'
  unassigned: boolean
  later: boolean
}

const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]
const pick = <T extends One>({ own }: Move, list: readonly T[], n: number): T | undefined =>
  at(
    list.filter(({ within }) => within || !own),
    n,
  )
const soon = () => new Date(Date.now() + 3_600_000).toISOString()
const some = ({ names, own }: Move, { mine }: Stage): string[] => [
  ...new Set(names.flatMap((n) => at(own ? mine : permissions, n) ?? [])),
]
const draftOf = (move: Move, stage: Stage) => ({
  name: `Role ${move.a}-${move.b}-${move.names.length}`,
  permissions: some(move, stage),
  fullSections: move.full.filter((key) => !move.own || wholeOf(key).every((name) => stage.mine.includes(name))),
  chats: move.chats,
  unassigned: move.unassigned,
})
const customOf = (move: Move, { roles }: Stage) =>
  pick(
    move,
    roles.filter(({ custom }) => custom),
    move.a,
  )
const wholeOf = (key: string) => permissions.filter((name) => name.startsWith(`${key}.`))

/** Every way to give or take rights. What is refused is refused: the law speaks of what was permitted. */
export const verbs = {
  setRole: (me: Calls, move: Move, { members, roles }: Stage) =>
    me.post('team.setRole', { memberId: pick(move, members, move.a)?.id, roleId: pick(move, roles, move.b)?.id }),
  setRoles: (me: Calls, move: Move, { members, roles }: Stage) =>
    me.post('team.setRoles', {
      changes: [...new Set([move.a, move.later ? move.a : move.b].map((n) => pick(move, members, n)?.id))].map(
        (memberId) => ({ memberId, roleId: pick(move, roles, move.names.length)?.id }),
      ),
    }),
  create: (me: Calls, move: Move, stage: Stage) => me.post('roles.create', { draft: draftOf(move, stage), from: null }),
  edit: (me: Calls, move: Move, stage: Stage) => {
    const role = customOf(move, stage)
    return me.post('roles.edit', { roleId: role?.id, version: role?.version, draft: draftOf(move, stage) })
  },
  remove: (me: Calls, move: Move, stage: Stage) => {
    const role = customOf(move, stage)
    const replacementId = pick(move, stage.roles, move.b)?.id
    return me.post('roles.delete', { roleId: role?.id, version: role?.version, replacementId })
  },
  rollBack: (me: Calls, move: Move, stage: Stage) => {
    const role = customOf(move, stage)
    return me.post('roles.rollBack', { roleId: role?.id, version: role?.version, to: 1 + (move.b % 3) })
  },
  apply: async (me: Calls, move: Move, stage: Stage) => {
    const { name, permissions, fullSections: fullAccess, chats, unassigned } = draftOf(move, stage)
    const roles = [{ name, permissions, fullAccess, chats, unassigned }]
    const document = { $schema: 'https://rolecall.example/roles.schema.json', version: 1, roles }
    const dry = await me.post<{ digest: string }>('roles.import', { document, digest: null, prune: false })
    return dry.status === 200 ? me.post('roles.import', { document, digest: dry.data.digest, prune: move.later }) : dry
  },
  request: (me: Calls, move: Move, { wanted }: Stage) =>
    me.post('access.request', { permission: at(move.own ? wanted : permissions, move.a), reason: '' }),
  grant: (me: Calls, move: Move, { requests, roles }: Stage) =>
    me.post('access.grant', {
      requestId: pick(move, requests, move.a)?.id,
      roleId: move.unassigned ? pick(move, roles, move.b)?.id : null,
      until: move.later ? soon() : null,
    }),
  give: (me: Calls, move: Move, { members, roles }: Stage) => {
    const member = pick(move, members, move.a)
    return me.post('access.give', {
      memberId: member?.id,
      ...(move.unassigned
        ? { roleId: pick(move, roles, move.b)?.id, permission: null }
        : { roleId: null, permission: at(move.own ? (member?.lacking ?? []) : permissions, move.b) }),
      until: move.later || move.unassigned ? soon() : null,
      reason: '',
    })
  },
  end: (me: Calls, move: Move, { grants }: Stage) => me.post('access.end', { grantId: at(grants, move.a) }),
  invite: async (me: Calls, move: Move, { roles, departments, invited }: Stage) => {
    const made = await me.post<{ link: string }>('team.invite', {
      email: `${crypto.randomUUID()}@example.test`,
      roleId: pick(move, roles, move.a)?.id,
      departmentIds: move.later ? [at(departments, move.b)] : [],
    })
    if (made.status === 200) invited.push({ token: made.data.link.split('#')[1] ?? '' })
    return made
  },
  join: async (me: Calls, _: Move, stage: Stage) => {
    const invitation = stage.invited.shift()
    const answer = await me.post('join.accept', {
      token: invitation?.token ?? 'none',
      name: 'Newcomer',
      password: 'a long password',
    })
    if (answer.status === 200) stage.joined(answer)
    return answer
  },
  setDepartments: (me: Calls, move: Move, { members, departments }: Stage) =>
    me.post('team.setDepartments', {
      memberId: pick(move, members, move.a)?.id,
      departmentIds: move.later ? [at(departments, move.b)] : departments,
    }),
  closeDepartment: (me: Calls, move: Move, { departments }: Stage) =>
    me.post('departments.delete', { departmentId: at(departments, move.a) }),
  deactivate: (me: Calls, move: Move, { members }: Stage) =>
    me.post('team.deactivate', { memberId: pick(move, members, move.a)?.id }),
  reactivate: (me: Calls, move: Move, { members }: Stage) =>
    me.post('team.reactivate', { memberId: pick(move, members, move.a)?.id }),
  leave: (me: Calls, move: Move, { members }: Stage) =>
    me.post('team.remove', { memberId: pick(move, members, move.a)?.id }),
}

const sections = [...new Set(permissions.map((name) => name.split('.')[0] ?? ''))]
const chats = fc.constantFrom('all' as const, 'departments' as const, 'mine' as const)
const few = (from: string[], maxLength: number) => fc.uniqueArray(fc.constantFrom(...from), { maxLength })

export const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    // Giving takes the most luck to be permitted.
    verb: fc.constantFrom(...(Object.keys(verbs) as Move['verb'][]), 'grant', 'grant', 'grant', 'give', 'give'),
    // The first in the group may do most.
    who: fc.oneof(fc.constant(0), fc.nat(99)),
    a: fc.nat(99),
    b: fc.nat(99),
    names: fc.array(fc.nat(99), { maxLength: 8 }),
    own: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
    full: few(sections, 2),
    chats,
    unassigned: fc.boolean(),
    later: fc.boolean(),
  }),
  { minLength: 30, maxLength: 60, size: 'max' },
)

/** Seldom all: where somebody in the group sees every chat, nobody can end with seeing more. */
const narrow = fc.oneof(
  { weight: 5, arbitrary: fc.constant('mine' as const) },
  { weight: 4, arbitrary: fc.constant('departments' as const) },
  { weight: 1, arbitrary: fc.constant('all' as const) },
)

/** Roles that may give something away, from one with much to some with little, each lacking a good deal. */
export const roles = fc.tuple(
  role(['team', 'roles', 'inbox', 'contacts', 'reports', 'replies'], 20),
  role(['team', 'roles', 'inbox'], 8),
  role(['roles'], 8),
  role(['team'], 4),
  role([], 3),
)

function role(full: string[], most: number) {
  return fc.record({
    permissions: few(permissions, most),
    full_sections: fc.subarray(full, { minLength: Math.ceil(full.length / 2) }),
    chat_scope: narrow,
    unassigned: fc.boolean(),
  })
}

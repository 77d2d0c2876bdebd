import type { Answer, Calls, StartedApi } from '@rolecall/api/testing'
import { heldBy } from '../../packages/permissions/src/testing/reference.ts'
import { powersIn } from './powers.ts'

/** `within`: it amounts to no more than what the one who tries holds. */
export interface One {
  id: string
  within: boolean
}

/** What there is in the account at the moment of a move. */
export interface Stage {
  /** What the one who tries holds. */
  mine: string[]
  /** What somebody in the group held at the start, and the one who tries does not hold. */
  wanted: string[]
  /** `lacking`: what the one who tries holds and they do not. */
  members: (One & { lacking: string[] })[]
  roles: (One & { version: number; custom: boolean })[]
  departments: string[]
  requests: One[]
  grants: string[]
  /** An open invitation's secret; whoever takes it joins in. */
  invited: { token: string }[]
  joined(answer: Answer): void
}

/** Reads it; `joins` gets the calls of whoever takes an invitation. */
export async function stageOf(
  { database, with: as }: StartedApi,
  accountId: string,
  myId: string,
  together: Set<string>,
  invited: Stage['invited'],
  joins: (calls: Calls) => void,
): Promise<Stage> {
  const powers = await powersIn(database, accountId)
  const mine = powers.get(myId)?.now ?? new Set()
  const within = (held: Set<string>) => [...held].every((one) => mine.has(one))
  return database.tenant(accountId, async (tx) => ({
    mine: named(mine),
    wanted: named(together).filter((one) => !mine.has(one)),
    // By name, so that a seed tells the same story again.
    members: (
      await tx
        .selectFrom('member')
        .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
        .innerJoin('role', 'role.id', 'member.role_id')
        .select(['member.id', 'role.preset', 'role.permissions', 'role.full_sections'])
        .orderBy('identity_user.name')
        .execute()
    ).map(({ id, ...role }) => {
      const they = powers.get(id)
      const theirs = they?.active ? they.now : heldBy(role)
      return { id, within: within(theirs), lacking: named(mine).filter((one) => !theirs.has(one)) }
    }),
    roles: (
      await tx
        .selectFrom('role')
        .select(['id', 'version', 'preset', 'permissions', 'full_sections'])
        .orderBy('name')
        .execute()
    ).map((role) => ({
      id: role.id,
      version: role.version,
      custom: role.preset === null,
      within: within(heldBy(role)),
    })),
    departments: (await tx.selectFrom('department').select('id').orderBy('name').execute()).map(({ id }) => id),
    requests: (
      await tx
        .selectFrom('access_request')
        .select(['id', 'permission', 'member_id'])
        .where('status', '=', 'open')
        .orderBy('permission')
        .execute()
    ).map(({ id, permission, member_id }) => ({
      id,
      within: mine.has(permission) && within(powers.get(member_id)?.now ?? new Set()),
    })),
    grants: (
      await tx.selectFrom('member_grant').select('id').where('ended_at', 'is', null).orderBy('id').execute()
    ).map(({ id }) => id),
    invited,
    joined: ({ headers }) => joins(as({ cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' })),
  }))
}

/** Without where it reaches. */
const named = (powers: Set<string>) => [...powers].filter((one) => !one.includes(' '))

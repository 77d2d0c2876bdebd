import type { Answer, Calls, StartedApi } from '@rolecall/api/testing'
import { heldBy } from '../../packages/permissions/src/testing/reference.ts'
import type { Account } from './powers.ts'

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

/** As the one who tries finds it; `joins` gets the calls of whoever takes an invitation. */
export function stageOf(
  { with: as }: StartedApi,
  account: Account,
  myId: string,
  together: Set<string>,
  invited: Stage['invited'],
  joins: (calls: Calls) => void,
): Stage {
  const mine = account.members.get(myId)?.now ?? new Set()
  const within = (held: Set<string>) => [...held].every((one) => mine.has(one))
  return {
    mine: named(mine),
    wanted: named(together).filter((one) => !mine.has(one)),
    members: [...account.members.values()].map(({ id, active, now, role }) => {
      const theirs = active ? now : heldBy(role)
      return { id, within: within(theirs), lacking: named(mine).filter((one) => !theirs.has(one)) }
    }),
    roles: [...account.roles.values()].map((role) => ({
      id: role.id,
      version: role.version,
      custom: role.preset === null,
      within: within(heldBy(role)),
    })),
    departments: account.departments,
    requests: account.requests.map(({ id, permission, memberId }) => ({
      id,
      within: mine.has(permission) && within(account.members.get(memberId)?.now ?? new Set()),
    })),
    grants: account.grants,
    invited,
    joined: ({ headers }) => joins(as({ cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' })),
  }
}

/** Without where it reaches. */
const named = (powers: Set<string>) => [...powers].filter((one) => !one.includes(' '))

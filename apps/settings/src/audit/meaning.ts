import type { AuditEntry, Effect } from '@rolecall/protocol'
import { api, mayCall } from '@rolecall/ui'
import { rulesOf } from '../roles/rules.ts'
import { sayChange } from '../roles/say.ts'
import { words } from './words.ts'

type Undo = NonNullable<AuditEntry['undo']>

/** What taking something back means now, whatever it meant then. */
export interface Meaning {
  /** In sentences. */
  lines: readonly string[]
  /** For somebody who gets their role of before, and how that is called. */
  given: { effect: Effect; to: string } | null
}

type Input = Readonly<Record<string, string | number | readonly string[]>>
type Teller = (input: Input, signal: AbortSignal) => Promise<Meaning> | Meaning

const says = (...lines: string[]): Meaning => ({ lines, given: null })

/** By the call that takes it back. Of any other the entry says all that there is to say. */
const tellers: Readonly<Record<string, Teller>> = {
  'team.setRole': async ({ memberId, roleId }, signal) => {
    const asked = { memberIds: [String(memberId)], roleId: String(roleId) }
    const [effect, roles] = await Promise.all([
      api.team.roleEffect.query(asked, { signal }),
      api.team.roles.query(undefined, { signal }),
    ])
    return { lines: [], given: { effect, to: roles.find(({ id }) => id === roleId)?.name ?? '' } }
  },
  'roles.rollBack': async ({ roleId, to }, signal) => {
    const role = String(roleId)
    const [versions, sections] = await Promise.all([
      api.roles.versions.query({ roleId: role }, { signal }),
      api.roles.catalogue.query(undefined, { signal }),
    ])
    const before = versions.find(({ version }) => version === to)
    if (!before) return says()
    const { change, lines } = await api.roles.blast.query({ roleId: role, draft: before.draft }, { signal })
    // Its name is among the server's sentences.
    return says(...sayChange({ ...change, renamed: null }, rulesOf(sections)), ...lines)
  },
  'roles.restore': () => says(words.restores),
  'roles.delete': () => says(words.deletes),
  'access.end': () => says(words.ends),
  'team.revokeInvite': () => says(words.revokes),
  'team.setDepartments': async ({ departmentIds }, signal) => {
    const ids = Array.isArray(departmentIds) ? departmentIds : []
    const all = await api.departments.list.query(undefined, { signal })
    return says(words.inDepartments(all.filter(({ id }) => ids.includes(id)).map(({ name }) => name)))
  },
}

const asked: Readonly<Record<string, readonly Parameters<typeof mayCall>[0][]>> = {
  'team.setRole': ['team.roleEffect', 'team.roles'],
  'roles.rollBack': ['roles.versions', 'roles.blast', 'roles.catalogue'],
  'team.setDepartments': ['departments.list'],
}

export async function meaningOf({ call, input }: Undo, signal: AbortSignal): Promise<Meaning> {
  const may = (asked[call] ?? []).every((one) => mayCall(one))
  const tell = may && Object.hasOwn(tellers, call) ? tellers[call] : undefined
  return tell ? await tell(input as Input, signal) : says()
}

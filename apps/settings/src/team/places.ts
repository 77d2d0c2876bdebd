import type { Member } from '@rolecall/protocol'

type Some = readonly Pick<Member, 'id' | 'departments'>[]

/** What was ticked or taken away, by department; the rest stays as each has it. */
export type Placed = Readonly<Record<string, boolean>>

export interface Change {
  memberId: string
  add: string[]
  remove: string[]
}

const isIn = ({ departments }: Some[number], id: string): boolean => departments.some((one) => one.id === id)

/** Whether all of them are in a department, or some. */
export function stateOf(members: Some, departmentId: string): boolean | 'mixed' {
  const count = members.filter((one) => isIn(one, departmentId)).length
  return count === 0 ? false : count === members.length || 'mixed'
}

/** What that changes for each of them: nothing that is so already, so that it can be taken back as it was. */
export function changesOf(members: Some, placed: Placed): Change[] {
  const touched = Object.entries(placed)
  return members
    .map((member) => ({
      memberId: member.id,
      add: touched.flatMap(([id, on]) => (on && !isIn(member, id) ? [id] : [])),
      remove: touched.flatMap(([id, on]) => (!on && isIn(member, id) ? [id] : [])),
    }))
    .filter(({ add, remove }) => add.length + remove.length > 0)
}

export const backOf = (changes: readonly Change[]): Change[] =>
  changes.map(({ memberId, add, remove }) => ({ memberId, add: remove, remove: add }))

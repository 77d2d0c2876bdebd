import { guard } from '../guard/guard.ts'
import { departmentNames } from '../rows/departments.ts'
import { nothing } from '../rows/input.ts'

/** Departments that a chat can be moved to, by name: all of them, whoever's they are. */
export const departments = guard
  .may('inbox.assign')
  .input(nothing)
  .query(async ({ ctx: { tx, scope } }): Promise<{ id: string; name: string }[]> => {
    const names = await departmentNames(tx, scope.accountId)
    return [...names].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  })

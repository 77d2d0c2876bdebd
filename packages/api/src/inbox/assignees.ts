import { guard } from '../guard.ts'
import { nothing } from '../rows/input.ts'
import { assignable } from './assignable.ts'

/** Members that a chat can be assigned to, by name. */
export const assignees = guard
  .may('inbox.assign')
  .input(nothing)
  .query(
    ({ ctx: { tx, scope, catalogue } }): Promise<{ id: string; name: string }[]> =>
      assignable(tx, scope.accountId, catalogue).everyone(),
  )

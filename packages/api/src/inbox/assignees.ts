import { guard } from '../guard/guard.ts'
import { departmentNames } from '../rows/departments.ts'
import { nothing } from '../rows/input.ts'
import { assignable } from './assignable.ts'

type Named = { id: string; name: string }

/** To whom a chat can be given, by name: members who see chats, and every department, whosoever it is. */
export const assignees = guard
  .may('inbox.assign')
  .input(nothing)
  .query(
    async ({ ctx: { tx, scope, catalogue } }): Promise<{ members: Named[]; departments: Named[] }> => ({
      members: await assignable(tx, scope.accountId, catalogue).everyone(),
      departments: [...(await departmentNames(tx, scope.accountId))].map(([id, name]) => ({ id, name })),
    }),
  )

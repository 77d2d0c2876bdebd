import type { Blast, RoleDraft } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { affectedBy } from './affected.ts'
import { blastOf } from './blast-of.ts'
import { checked, draft, rowOf } from './draft.ts'
import { roleOf } from './role.ts'

/** What saving a draft would mean, before it is saved. `roleId` null: as a new role, which nobody holds yet. */
export const blast = guard
  .may('roles.manage')
  .input(z.strictObject({ roleId: id.nullable(), draft }))
  .query(async ({ ctx, input }): Promise<Blast> => {
    const { tx, actor, catalogue } = ctx
    const after = rowOf(checked(catalogue, input.draft))
    if (input.roleId === null) {
      const before = rowOf(nothingYet(input.draft))
      return blastOf(tx, actor.accountId, catalogue, { roleId: null, before, after, changed: [] })
    }
    const role = await roleOf(tx, actor.accountId, input.roleId)
    const { changed } = await affectedBy(tx, actor.accountId, catalogue, role, { own: after, beside: after })
    return blastOf(tx, actor.accountId, catalogue, { roleId: role.id, before: role, after, changed })
  })

const nothingYet = ({ name, chats, unassigned }: RoleDraft): RoleDraft => ({
  name,
  permissions: [],
  fullSections: [],
  chats,
  unassigned,
})

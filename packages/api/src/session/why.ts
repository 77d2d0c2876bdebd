import { decide } from '@rolecall/permissions'
import type { Why } from '@rolecall/protocol'
import { z } from 'zod'
import { askerOf } from '../guard/actor.ts'
import { labelOf } from '../guard/deny.ts'
import { guard } from '../guard/guard.ts'
import { refuse } from '../refuse/errors.ts'
import { grantersOf } from '../rows/granters.ts'

const input = z.strictObject({ permission: z.string().max(100) })
const shown = 20

/** Why a permission is missing, and who may give it: they hold for good all that the asker would then have. */
export const why = guard
  .member()
  .input(input)
  .query(async ({ ctx: { tx, actor, catalogue }, input: { permission } }): Promise<Why> => {
    if (!catalogue.bits.at.has(permission)) {
      refuse('INVALID_INPUT', 'There is no such permission. Check its spelling.', {
        fields: [{ path: 'permission', message: 'not a permission' }],
      })
    }
    const { allowed } = decide(askerOf(actor), permission)
    const found = { permission, label: labelOf(catalogue, permission), allowed, role: actor.role.name }
    if (allowed) return { ...found, granters: [] }

    const granters = await grantersOf(tx, actor.accountId, actor.memberId, permission, catalogue)
    return { ...found, granters: granters.slice(0, shown).map(({ id, name }) => ({ id, name })) }
  })

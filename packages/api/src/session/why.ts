import { decide, has, lacking, rules } from '@rolecall/permissions'
import type { Why } from '@rolecall/protocol'
import { z } from 'zod'
import { askerOf } from '../actor.ts'
import { labelOf } from '../deny.ts'
import { refuse } from '../errors.ts'
import { guard } from '../guard.ts'
import { changeOf, wholeTeam } from '../rows/member.ts'

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

    const team = await wholeTeam(tx, actor.accountId, catalogue)
    const asker = team.find(({ id }) => id === actor.memberId)
    if (!asker) return { ...found, granters: [] }
    const more = { permission, role: null, ends_at: null }
    const demand = rules.give(changeOf(asker, { extra: [...asker.extra, more] }, catalogue))
    const granters = team
      .filter(({ id, status }) => id !== asker.id && status === 'active')
      .filter(({ lasting }) => has(lasting.grants, 'team.manage') && lacking(lasting, demand) === null)
    return { ...found, granters: granters.slice(0, shown).map(({ id, name }) => ({ id, name })) }
  })

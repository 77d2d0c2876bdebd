import { type Catalogue, type Holding, holdingOf, lacking, rules } from '@rolecall/permissions'
import type { RoleDetail } from '@rolecall/protocol'
import { z } from 'zod'
import { handsOn } from '../guard/actor.ts'
import { guard } from '../guard/guard.ts'
import { may } from '../guard/may.ts'
import { notFound } from '../refuse/errors.ts'
import { id } from '../rows/input.ts'
import { draftOf, known, rowOf } from './draft.ts'
import { openInvites } from './open-invites.ts'
import { roleOf } from './role.ts'
import { summaries } from './summary.ts'
import { whyNotEdit, whyNotRemove } from './why-not.ts'

/** One role with everybody who holds it, and what this member may do about it. */
export const get = guard
  .may('roles.view')
  .input(z.strictObject({ roleId: id }))
  .query(async ({ ctx, input: { roleId } }): Promise<RoleDetail> => {
    const { tx, actor, catalogue } = ctx
    const role = await roleOf(tx, actor.accountId, roleId)
    const [summary] = await summaries(tx, actor.accountId, catalogue, roleId)
    if (!summary) return notFound()
    const members = await tx
      .selectFrom('member')
      .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
      .select(['member.id', 'identity_user.name', 'member.status'])
      .where('member.account_id', '=', actor.accountId)
      .where('member.role_id', '=', roleId)
      .orderBy('member.status')
      .orderBy('identity_user.name')
      .orderBy('member.id')
      .execute()
    const invites = await openInvites(tx, actor.accountId)
      .select(['id', 'email'])
      .where('role_id', '=', roleId)
      .orderBy('email')
      .execute()
    const [notEdit, notRemove] = [await whyNotEdit(ctx, role), await whyNotRemove(ctx, role)]
    return {
      ...summary,
      permissions: summary.custom ? known(catalogue, draftOf(role)).permissions : summary.grants,
      members,
      invites: may(actor, 'team.view') ? invites : invites.map(({ id }) => ({ id, email: null })),
      edit: { may: notEdit === null, why: notEdit },
      remove: { may: notRemove === null, why: notRemove },
      beyond: beyond(handsOn(actor), catalogue),
    }
  })

/** What this member cannot hand out, because of itself or of what it needs. */
const beyond = (mine: Holding, catalogue: Catalogue): string[] =>
  catalogue.bits.names.filter((name) => {
    const alone = rowOf({ name: '', permissions: [name], fullSections: [], chats: 'mine', unassigned: false })
    return lacking(mine, rules.saveRole([holdingOf(alone, [], [], catalogue).now])) !== null
  })

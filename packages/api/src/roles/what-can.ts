import { type ChatScope, permissionsOf, widerScope } from '@rolecall/permissions'
import type { WhatCan } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { notFound } from '../refuse/errors.ts'
import { id } from '../rows/input.ts'
import { labelled } from '../rows/permission.ts'
import { reasons } from './because.ts'
import { everybody, type Holder } from './everybody.ts'

/** What can this member do? Every permission there is, and why they have it. */
export const whatCan = guard
  .may('roles.view')
  .input(z.strictObject({ memberId: id }))
  .query(async ({ ctx: { tx, actor, catalogue }, input: { memberId } }): Promise<WhatCan> => {
    const [member] = await everybody(tx, actor.accountId, memberId)
    if (!member) return notFound()
    const { name, email, status, role, extra } = member
    return {
      member: { id: memberId, name, email, status, role: { id: role.id, name: role.name } },
      scope: scopeOfHolder(member),
      permissions: catalogue.sections.flatMap((section) =>
        permissionsOf(section).map((permission) => {
          const because = reasons(role, extra, permission, catalogue)
          const { label } = labelled(catalogue, permission)
          return { name: permission, label, section: section.label, allowed: because.length > 0, because }
        }),
      ),
    }
  })

/** The sum that actor.ts makes too. */
export const scopeOfHolder = ({ role, extra }: Holder): ChatScope =>
  extra
    .flatMap((one) => one.role ?? [])
    .reduce<ChatScope>((sum, { chat_scope: chats, unassigned }) => widerScope(sum, { chats, unassigned }), {
      chats: role.chat_scope,
      unassigned: role.unassigned,
    })

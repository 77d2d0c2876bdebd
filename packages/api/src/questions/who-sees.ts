import type { Tx } from '@rolecall/db'
import { type ChatPlace, has } from '@rolecall/permissions'
import type { WhoSees } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { may } from '../guard/may.ts'
import { visibleChats } from '../guard/visible.ts'
import { notFound } from '../refuse/errors.ts'
import { departmentNames } from '../rows/departments.ts'
import { id } from '../rows/input.ts'
import { type Then, teamThen } from './team-then.ts'

const most = 100

const input = z
  .strictObject({ chatId: id.nullable(), contactId: id.nullable(), at: z.iso.datetime().max(40).nullable() })
  .refine((one) => (one.chatId === null) !== (one.contactId === null), {
    path: ['chatId'],
    message: 'give either a chat or a contact',
  })

/**
 * Who can see this chat or contact, and who could on a date? Only of chats that the asker sees, and of others only to who
 * sees the roles (`roles.view`): anybody else finds themselves. Of the past it answers from
 * the records of what members held and where the chat stood; before they begin it says since when it knows.
 */
export const whoSees = guard
  .may('inbox.view', { cost: 5 })
  .input(input)
  .query(async ({ ctx, input: { chatId, contactId, at: asked } }): Promise<WhoSees> => {
    const { tx, scope, actor, catalogue } = ctx
    if (contactId !== null && !may(actor, 'contacts.view')) return notFound()
    const chats = await visibleChats(tx, scope)
      .$if(chatId !== null, (some) => some.where('chat.id', '=', chatId ?? ''))
      .$if(contactId !== null, (some) => some.where('chat.contact_id', '=', contactId ?? ''))
      .select(['chat.id', 'chat.assignee_id as assigneeId', 'chat.department_id as departmentId', 'chat.created_at'])
      .orderBy('chat.created_at', 'desc')
      .limit(most)
      .execute()
    if (chats.length === 0) return notFound()
    const at = asked === null ? null : new Date(asked)
    const since = await recordedSince(tx, actor.accountId)
    if (at !== null && at < since) return { at: asked, since: since.toISOString(), known: false, members: [] }
    const ids = chats.map((one) => one.id)
    const places: ChatPlace[] = at === null ? chats : await placesThen(tx, actor.accountId, ids, at)
    const team = await teamThen(tx, actor.accountId, catalogue, at)
    const names = await departmentNames(tx, actor.accountId)
    const others = may(actor, 'roles.view')
    const permission = chatId === null ? 'contacts.view' : 'inbox.view'
    const members = team
      .filter(({ id, holding }) => has(holding.grants, permission) && (others || id === actor.memberId))
      .flatMap((one) => {
        const because = whyOf(one, places, names)
        return because === null ? [] : [{ id: one.id, name: one.name, role: one.role, because, gone: one.gone }]
      })
    return { at: asked, since: since.toISOString(), known: true, members }
  })

/** Since when there are records: the first of a member. */
async function recordedSince(tx: Tx, accountId: string): Promise<Date> {
  const first = await tx
    .selectFrom('member_record')
    .select('at')
    .where('account_id', '=', accountId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return first.at
}

/** Where each of these chats stood; one that had not begun stood nowhere. */
const placesThen = (tx: Tx, accountId: string, chatIds: readonly string[], at: Date): Promise<ChatPlace[]> =>
  tx
    .selectFrom('chat_record')
    .distinctOn('chat_id')
    .select(['assignee_id as assigneeId', 'department_id as departmentId'])
    .where('account_id', '=', accountId)
    .where('chat_id', 'in', chatIds)
    .where('at', '<=', at)
    .orderBy('chat_id')
    .orderBy('id', 'desc')
    .execute()

/** By which clause of their reach they see one of these chats; null: they see none. */
function whyOf({ id, holding: { reach } }: Then, places: readonly ChatPlace[], names: ReadonlyMap<string, string>) {
  const place = places.find((one) => reach.sees(id, one))
  if (!place) return null
  if (place.assigneeId === id) return 'it is theirs'
  if (reach.all) return 'sees all chats'
  if (place.departmentId !== null && reach.departments.has(place.departmentId))
    return `sees the chats of ${names.get(place.departmentId) ?? 'a department that is gone'}`
  return 'sees chats that nobody has'
}

import type { ContactTable } from '@rolecall/db'
import type { Contact } from '@rolecall/protocol'
import type { Updateable } from 'kysely'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { visibleContacts } from '../guard/visible.ts'
import { notFound, refuse } from '../refuse/errors.ts'
import { contactRows, toContact } from '../rows/contact.ts'
import { address, id, line } from '../rows/input.ts'

const input = z.strictObject({
  contactId: id,
  name: line(200).optional(),
  /** Details: only with `contacts.details`. null takes them away. */
  email: address.nullable().optional(),
  phone: line(50).nullable().optional(),
  tags: z.array(line(50)).max(50).optional(),
})

/** Changes what is given and leaves the rest. Names that messages were signed with stay as they were. */
export const edit = guard
  .may('contacts.edit')
  .input(input)
  .mutation(async ({ ctx, input: { contactId, ...wanted } }): Promise<Contact> => {
    const { tx, scope, actor } = ctx
    const held = await visibleContacts(tx, scope)
      .where('contact.id', '=', contactId)
      .select('contact.id')
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!held) return notFound()
    if (!scope.details && (wanted.email !== undefined || wanted.phone !== undefined)) noDetails(actor.role.name)
    const { tags, ...rest } = wanted
    const columns: Updateable<ContactTable> = { ...rest, ...(tags && { tags: [...new Set(tags)] }) }
    if (Object.keys(columns).length > 0) {
      await tx
        .updateTable('contact')
        .set(columns)
        .where('account_id', '=', scope.accountId)
        .where('id', '=', contactId)
        .execute()
    }
    const row = await contactRows(tx, scope).where('contact.id', '=', contactId).executeTakeFirstOrThrow()
    await ctx.emit({ type: 'contact', data: { type: 'contact', contactId, name: row.name } })
    return toContact(row)
  })

const noDetails = (role: string): never =>
  refuse(
    'PERMISSION_MISSING',
    `Email and phone can be changed only by those who see them (contacts.details), and the role ${role} does not.`,
    { permission: 'contacts.details', role },
  )

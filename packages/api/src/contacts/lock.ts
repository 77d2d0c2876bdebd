import { sql } from 'kysely'
import type { MemberContext } from '../guard/context.ts'
import { ownContacts } from '../guard/visible.ts'

/**
 * Locks a contact that is wholly within the caller's scope, and before it the contact's chats, because that is the
 * order in which a visitor's message takes them: the other way round, a message during a delete would be a deadlock.
 * @returns false where there is no such contact
 */
export async function lockContact(
  { tx, scope }: Pick<MemberContext, 'tx' | 'scope'>,
  contactId: string,
): Promise<boolean> {
  await tx
    .selectFrom('chat')
    .select(sql.lit(1).as('one'))
    .where('account_id', '=', scope.accountId)
    .where('contact_id', '=', contactId)
    .orderBy('id')
    .forUpdate()
    .execute()
  const held = await ownContacts(tx, scope)
    .where('contact.id', '=', contactId)
    .select('contact.id')
    .forUpdate()
    .executeTakeFirst()
  return held !== undefined
}

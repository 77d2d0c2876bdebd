import type { Tables, Tx } from '@rolecall/db'
import type { Reach } from '@rolecall/permissions'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { VisitorContext } from './context.ts'
import type { Scope } from './scope.ts'

// Law 2: every row of a chat or a contact that leaves the server for a member was reached through here. Both functions
// need a Scope, and only the guard makes one, so an unscoped read does not compile.

/** Chats that the member may see. The same rule as `Reach.sees` in @rolecall/permissions, written as a where-clause. */
export function visibleChats(tx: Tx, scope: Scope) {
  return tx
    .selectFrom('chat')
    .where('chat.account_id', '=', scope.accountId)
    .where((eb) => seen(eb, scope))
}

/**
 * Contacts that the member may see: none without `contacts.view`; with a narrow chat scope only people who have a chat
 * within it, because a list of everybody else would tell who wrote to the other departments.
 */
export function visibleContacts(tx: Tx, scope: Scope) {
  const contacts = tx.selectFrom('contact').where('contact.account_id', '=', scope.accountId)
  if (!scope.contacts) return contacts.where(sql.lit(false))
  if (scope.reach.all) return contacts
  return contacts.where(({ exists, selectFrom }) =>
    exists(
      selectFrom('chat')
        .whereRef('chat.account_id', '=', 'contact.account_id')
        .whereRef('chat.contact_id', '=', 'contact.id')
        .where((eb) => seen(eb, scope))
        .select(sql.lit(1).as('one')),
    ),
  )
}

/**
 * Visible contacts whose every chat is visible too. Deleting a contact erases all of their chats, and nobody erases
 * what they may not see: for them the other contacts are not there to be deleted.
 */
export function ownContacts(tx: Tx, scope: Scope) {
  if (scope.reach.all) return visibleContacts(tx, scope)
  return visibleContacts(tx, scope).where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('chat')
          .whereRef('chat.account_id', '=', 'contact.account_id')
          .whereRef('chat.contact_id', '=', 'contact.id')
          // Not `not`: where nobody is assigned the comparison is neither true nor false.
          .where((eb) => sql`${seen(eb, scope)} is not true`)
          .select(sql.lit(1).as('one')),
      ),
    ),
  )
}

/** The one chat that a visitor's key opens. */
export function ownChat(tx: Tx, visitor: VisitorContext['visitor']) {
  return tx.selectFrom('chat').where('chat.account_id', '=', visitor.accountId).where('chat.id', '=', visitor.chatId)
}

/** Who looks, where it is not the scope of a call: what they see for good decides what becomes of others' chats. */
export interface Eyes {
  memberId: string
  reach: Reach
}

/** Whether a member has a chat that whoever looks does not see. Nothing of it is answered but that it is there. */
export async function hasUnseen(tx: Tx, accountId: string, assigneeId: string, eyes: Eyes): Promise<boolean> {
  const one = await tx
    .selectFrom('chat')
    .select(sql.lit(1).as('one'))
    .where('chat.account_id', '=', accountId)
    .where('chat.assignee_id', '=', assigneeId)
    .where((eb) => sql<boolean>`${seen(eb, eyes)} is not true`)
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}

/** Open chats of a member who goes. For releasing them only (rows/release-chats.ts): nothing of them is answered. */
export function leftChats(tx: Tx, accountId: string, memberId: string) {
  return tx
    .selectFrom('chat')
    .where('chat.account_id', '=', accountId)
    .where('chat.assignee_id', '=', memberId)
    .where('chat.status', '=', 'open')
}

/** One of those, once it is held. */
export function leftChat(tx: Tx, accountId: string, chatId: string) {
  return tx.selectFrom('chat').where('chat.account_id', '=', accountId).where('chat.id', '=', chatId)
}

/** Chats lose their department, those among them that whoever deletes it sees; the others keep an id that is gone. */
export async function leaveDepartment(tx: Tx, accountId: string, departmentId: string, eyes: Eyes): Promise<void> {
  await tx
    .updateTable('chat')
    .set({ department_id: null })
    .where('chat.account_id', '=', accountId)
    .where('chat.department_id', '=', departmentId)
    .where((eb) => seen(eb, eyes))
    .execute()
}

/** How many chats a department has: a figure, and nothing of them. */
export async function keptBy(tx: Tx, accountId: string, departmentId: string): Promise<number> {
  const { kept } = await tx
    .selectFrom('chat')
    .select(({ fn }) => fn.countAll<number>().as('kept'))
    .where('chat.account_id', '=', accountId)
    .where('chat.department_id', '=', departmentId)
    .executeTakeFirstOrThrow()
  return kept
}

/** Whether whoever looks sees a chat, as a condition on its row. */
function seen(eb: ExpressionBuilder<Tables, 'chat'>, { memberId, reach }: Eyes): Expression<SqlBool> {
  if (reach.all) return sql.lit(true)
  const ways = [eb('chat.assignee_id', '=', memberId)]
  const departments = [...reach.departments]
  if (departments.length > 0) ways.push(eb('chat.department_id', 'in', departments))
  if (reach.unassigned !== 'none') {
    const free = eb('chat.assignee_id', 'is', null)
    ways.push(reach.unassigned === 'any' ? free : eb.and([free, eb('chat.department_id', 'is', null)]))
  }
  return eb.parens(eb.or(ways))
}

import { contactMatches } from '@rolecall/db'
import type { Contact } from '@rolecall/protocol'
import { sql } from 'kysely'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import type { Scope } from '../guard/scope.ts'
import { visibleContacts } from '../guard/visible.ts'
import { contactRows, toContact } from '../rows/contact.ts'
import { after, cursor, cursorOf, page } from '../rows/cursor.ts'
import { limit, search } from '../rows/input.ts'
import { like } from '../rows/like.ts'

const input = z.strictObject({ search: search.optional(), cursor: cursor.optional(), limit })

/**
 * A page of contacts, last seen first, and how many there are with this search in all.
 * Details are searched only for readers who may see them: a search by email that finds a masked contact would tell
 * whose it is.
 */
export const list = guard
  .may('contacts.view', { cost: { search: 5 } })
  .input(input)
  .query(async ({ ctx: { tx, scope }, input }): Promise<{ rows: Contact[]; next: string | null; total: number }> => {
    let contacts = contactRows(tx, scope)
    let all = visibleContacts(tx, scope)
    if (input.search) {
      contacts = contacts.where(matches(scope, input.search))
      all = all.where(matches(scope, input.search))
    }
    if (input.cursor) contacts = contacts.where(after('contact.last_seen_at', 'contact.id', input.cursor))
    const found = await contacts
      .orderBy('contact.last_seen_at', 'desc')
      .orderBy('contact.id', 'desc')
      .limit(input.limit + 1)
      .execute()
    const { rows, next } = page(found, input.limit, (row) => cursorOf(row.last_seen_at, row.id))
    const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    return { rows: rows.map(toContact), next, total }
  })

// Who sees everybody searches by the index, among the newest 500 matches. With a narrow scope those might all be
// other people's; but then the contacts to look at are few, and are looked at one by one.
function matches(scope: Scope, words: string) {
  if (scope.reach.all) return sql<boolean>`contact.id in ${contactMatches(words, scope.details)}`
  const open = sql`contact_open_text(contact.name, contact.tags) like fold(${like(words)})`
  const closed = sql`contact_closed_text(contact.email, contact.phone) like fold(${like(words)})`
  return scope.details ? sql<boolean>`(${open} or ${closed})` : sql<boolean>`(${open})`
}

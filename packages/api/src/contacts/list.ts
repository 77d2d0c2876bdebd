import type { Contact } from '@rolecall/protocol'
import { sql } from 'kysely'
import { z } from 'zod'
import { guard } from '../guard.ts'
import { contactRows, toContact } from '../rows/contact.ts'
import { after, cursor, cursorOf, page } from '../rows/cursor.ts'
import { limit, search } from '../rows/input.ts'
import { like } from '../rows/like.ts'
import type { Scope } from '../scope.ts'
import { visibleContacts } from '../visible.ts'

const input = z.strictObject({ search: search.optional(), cursor: cursor.optional(), limit })

/**
 * A page of contacts, last seen first, and how many there are with this search in all.
 * Details are searched only for readers who may see them: a search by email that finds a masked contact would tell
 * whose it is.
 */
export const list = guard
  .may('contacts.view')
  .input(input)
  .query(async ({ ctx: { tx, scope }, input }): Promise<{ rows: Contact[]; next: string | null; total: number }> => {
    const pattern = input.search ? like(input.search) : null
    let contacts = contactRows(tx, scope)
    let all = visibleContacts(tx, scope)
    if (pattern) {
      contacts = contacts.where(matches(scope, pattern))
      all = all.where(matches(scope, pattern))
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

function matches(scope: Scope, pattern: string) {
  const columns = ['name', ...(scope.details ? ['email', 'phone'] : [])]
  const any = columns.map((column) => sql`${sql.ref(`contact.${column}`)} ilike ${pattern}`)
  const tagged = sql`exists (select 1 from unnest(contact.tags) as tag where tag ilike ${pattern})`
  return sql<boolean>`(${sql.join([...any, tagged], sql` or `)})`
}

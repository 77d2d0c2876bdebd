import type { Contact } from '@rolecall/protocol'
import type { MemberVisit } from '../guard/route.ts'
import type { Scope } from '../guard/scope.ts'
import { refuse } from '../refuse/errors.ts'
import { type ContactRecord, contactRows, toContact } from '../rows/contact.ts'

/** Rows read at once: enough to be quick, and a few hundred kB of memory at the most. */
const size = 500

/**
 * All contacts of the caller's scope by id, in pages. Each page is a short transaction that decides afresh.
 * @throws a refusal as soon as the right to export is gone, or covers other rows or columns than at the beginning
 */
export async function* pages({ open, scope }: Pick<MemberVisit, 'open' | 'scope'>): AsyncGenerator<Contact[]> {
  let last: string | null = null
  for (;;) {
    const rows: ContactRecord[] = await open(({ tx, scope: now }) => {
      if (!alike(scope, now)) refuse('CONFLICT', 'Your rights changed while the file was written. Export again.')
      let contacts = contactRows(tx, now)
      if (last !== null) contacts = contacts.where('contact.id', '>', last)
      return contacts.orderBy('contact.id').limit(size).execute()
    })
    if (rows.length > 0) yield rows.map(toContact)
    last = rows.at(-1)?.id ?? null
    if (rows.length < size) return
  }
}

const alike = (one: Scope, other: Scope) => JSON.stringify(one) === JSON.stringify(other)

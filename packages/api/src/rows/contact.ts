import type { Tx } from '@rolecall/db'
import type { Contact } from '@rolecall/protocol'
import { sql } from 'kysely'
import type { Scope } from '../guard/scope.ts'
import { visibleContacts } from '../guard/visible.ts'

/**
 * Contacts of the scope with all that may be shown of them. Without `contacts.details` the masked columns are not even
 * read, so nothing built on this (list, thread, export) can let them slip.
 */
export function contactRows(tx: Tx, scope: Scope) {
  const masked = !scope.details
  const column = (name: 'email' | 'phone' | 'ip') =>
    sql<string | null>`${masked ? sql.lit(null) : sql.ref(`contact.${name}`)}`
  return visibleContacts(tx, scope).select([
    'contact.id',
    'contact.name',
    'contact.tags',
    'contact.page',
    'contact.device',
    'contact.created_at',
    'contact.last_seen_at',
    column('email').as('email'),
    column('phone').as('phone'),
    column('ip').as('ip'),
    sql<Record<string, string> | null>`${masked ? sql.lit(null) : sql.ref('contact.data')}`.as('data'),
  ])
}

/** What `contactRows` selects. */
export type ContactRecord = Awaited<ReturnType<ReturnType<typeof contactRows>['execute']>>[number]

export function toContact(row: ContactRecord): Contact {
  return {
    id: row.id,
    name: row.name,
    // `data` is never null in the table: null says masked.
    details: row.data === null ? null : { email: row.email, phone: row.phone, ip: row.ip, data: row.data },
    tags: row.tags,
    page: row.page,
    device: row.device,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
  }
}

import type { Contact } from '@rolecall/protocol'

/** The pages read so far, as one list. */
export interface Pages {
  rows: Contact[]
  next: string | null
  total: number
}

/** A further page; a row that both carry (it moved meanwhile) stays where it was first. */
export function append<P extends Pages>(before: P, after: Pages): P {
  const known = new Set(before.rows.map((row) => row.id))
  return {
    ...before,
    rows: [...before.rows, ...after.rows.filter((row) => !known.has(row.id))],
    next: after.next,
    total: after.total,
  }
}

export const put = <P extends Pages>(pages: P, contact: Contact): P => ({
  ...pages,
  rows: pages.rows.map((row) => (row.id === contact.id ? contact : row)),
})

export const renamed = <P extends Pages>(pages: P, contactId: string, name: string): P => ({
  ...pages,
  rows: pages.rows.map((row) => (row.id === contactId ? { ...row, name } : row)),
})

export function dropped<P extends Pages>(pages: P, contactId: string): P {
  const rows = pages.rows.filter((row) => row.id !== contactId)
  return { ...pages, rows, total: Math.max(rows.length, pages.total - (pages.rows.length - rows.length)) }
}

import type { Contact } from '@rolecall/protocol'

/** The pages read so far, as one list. */
export interface Pages {
  rows: Contact[]
  next: string | null
  total: number
}

/** A further page; a row that both carry (it moved meanwhile) stays where it was first. */
export function append(before: Pages, after: Pages): Pages {
  const known = new Set(before.rows.map((row) => row.id))
  return {
    rows: [...before.rows, ...after.rows.filter((row) => !known.has(row.id))],
    next: after.next,
    total: after.total,
  }
}

export const put = (pages: Pages, contact: Contact): Pages => ({
  ...pages,
  rows: pages.rows.map((row) => (row.id === contact.id ? contact : row)),
})

export const renamed = (pages: Pages, contactId: string, name: string): Pages => ({
  ...pages,
  rows: pages.rows.map((row) => (row.id === contactId ? { ...row, name } : row)),
})

export function dropped(pages: Pages, contactId: string): Pages {
  const rows = pages.rows.filter((row) => row.id !== contactId)
  return { ...pages, rows, total: Math.max(rows.length, pages.total - (pages.rows.length - rows.length)) }
}

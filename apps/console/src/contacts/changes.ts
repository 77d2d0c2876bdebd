import type { Contact } from '@rolecall/protocol'

// What becomes of the list as read so far, when one of its contacts changes.

interface List {
  rows: readonly Contact[]
  total: number
}

export const put = <L extends List>(list: L, contact: Contact): L => ({
  ...list,
  rows: list.rows.map((row) => (row.id === contact.id ? contact : row)),
})

export const renamed = <L extends List>(list: L, contactId: string, name: string): L => ({
  ...list,
  rows: list.rows.map((row) => (row.id === contactId ? { ...row, name } : row)),
})

export function dropped<L extends List>(list: L, contactId: string): L {
  const rows = list.rows.filter((row) => row.id !== contactId)
  return { ...list, rows, total: Math.max(rows.length, list.total - (list.rows.length - rows.length)) }
}

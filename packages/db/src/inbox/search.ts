import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'

/** Whoever sees fewer chats than this has them looked through; so many are the sample of a common word. */
const fewChats = 50

/** A word that stands in this many messages is common. */
const manyMessages = 20_000

interface ChatSearch {
  needle: string
  /** Which chats besides their own: all, those of departments, and the free ones. */
  reach: { all: boolean; departments: Iterable<string>; unassigned: 'none' | 'unrouted' | 'any' }
  memberId: string
  view: 'mine' | 'unassigned' | 'all'
  status: 'open' | 'closed'
  /** The place after which the page begins. */
  edge?: { at: Date; id: string } | undefined
  most: number
}

/**
 * Ids of the entered account's chats in which every word of `needle` begins a word of one message, notes included, or
 * of the contact's name: one page, last active first, within what the member sees.
 */
export async function chatsFound(
  tx: Kysely<Tables>,
  search: ChatSearch,
  few = fewChats,
  many = manyMessages,
): Promise<string[]> {
  const { needle, reach, memberId, view, status, edge, most } = search
  const { rows } = await sql<{ id: string }>`
    select chats_found(${needle}, ${reach.all}, ${memberId}::uuid, ${[...reach.departments]}::uuid[], ${reach.unassigned},
      ${view}, ${status}, ${edge?.at ?? null}::timestamptz, ${edge?.id ?? null}::uuid, ${most}, ${few}, ${many}) as id
  `.execute(tx)
  return rows.map(({ id }) => id)
}

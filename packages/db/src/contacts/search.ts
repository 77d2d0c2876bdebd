import { type RawBuilder, sql } from 'kysely'

/** A search gives no more than this many matches, the contacts seen last first. */
export const mostMatches = 500

/** Under three characters it looks at this many contacts, the ones seen last. */
export const newestContacts = 10_000

/**
 * Ids of the entered account's contacts that hold `needle` in their name or tags, with `details` (contacts.details)
 * also in email or phone; upper or lower case. For `where contact.id in (…)`, beside the scope, never instead of it.
 *
 * @example visibleContacts(tx, scope).where('contact.id', 'in', contactMatches('ann', scope.details))
 */
export function contactMatches(needle: string, details: boolean): RawBuilder<string> {
  return sql<string>`(select contact_matches(${needle}, ${details}, ${mostMatches}, ${newestContacts}))`
}

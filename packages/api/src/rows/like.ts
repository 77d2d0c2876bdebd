import { type RawBuilder, sql } from 'kysely'

/** Whether a text holds these words anywhere, in capitals or not, whatever locale the database has. */
export const holds = (text: RawBuilder<unknown>, words: string): RawBuilder<boolean> =>
  sql<boolean>`fold(${text}) like fold(${like(words)})`

/** A pattern that finds `words` anywhere and takes `%`, `_` and `\` for themselves. */
export function like(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`
}

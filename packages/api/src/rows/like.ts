/** An ILIKE pattern that finds `words` anywhere and takes `%`, `_` and `\` for themselves. */
export function like(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`
}

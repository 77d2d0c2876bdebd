// What a value of the database is in JavaScript, the same on both engines: pg and PGlite differ on these three.

/**
 * int8 → number. Counts, event ids and clocks stay far below 2^53.
 * @throws RangeError above it, rather than a wrong number
 */
function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`)
  return value
}

/** By PostgreSQL type id. A date is a calendar day and stays text (YYYY-MM-DD); a numeric is text, exact. */
export const parsers: Record<number, (text: string) => unknown> = {
  20: wholeNumber,
  1082: (text) => text,
  1700: (text) => text,
}

// Days of a time zone as instants. The database is handed these instead of the zone's name, so PGlite, PostgreSQL 15 and
// Node cannot disagree about a zone that one of them knows and another does not.

const day = 86_400_000

/** Every day from `from` to `to` inclusive, both YYYY-MM-DD. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += day) days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

/** Whether Intl knows the zone, by name ("Europe/Lisbon"); offsets such as "+01:00" are not zones. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/**
 * The first instant of a day in a time zone: midnight, or where the clocks jump over midnight (Beirut, Cairo), the
 * first minute that the day has. A day that a zone left out (Apia, 2011-12-30) starts where the next one does.
 */
export function startOfDay(date: string, timeZone: string): Date {
  const local = localDate(timeZone)
  // Zones are between 12 hours behind UTC and 14 ahead; the answer is within, to the minute.
  let before = Date.parse(date) - 15 * 3_600_000
  let after = Date.parse(date) + 13 * 3_600_000
  while (after - before > 60_000) {
    const middle = before + Math.floor((after - before) / 120_000) * 60_000
    if (local(middle) < date) before = middle
    else after = middle
  }
  return new Date(after)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Turns an instant into the zone's date, YYYY-MM-DD. Formats are kept: making one costs more than using it a hundred times. */
function localDate(timeZone: string): (at: number) => string {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    if (formats.size > 500) formats.clear()
    formats.set(timeZone, format)
  }
  const found = format
  return (at) => found.format(at)
}

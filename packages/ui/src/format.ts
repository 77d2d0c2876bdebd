// Times, numbers and plurals as the reader's own language writes them (Intl); never by hand. `now` is the server's: `minute`.

let locale: string | undefined

/** The language of all formats; undefined follows the browser. */
export function setLocale(next: string | undefined): void {
  locale = next
  cache.clear()
}

/** 1234 → "1,234". */
export const number = (value: number): string => memo('n', () => new Intl.NumberFormat(locale)).format(value)

/** "one", "few", "other" …: picks the sentence in the catalogue. */
export function plural(count: number, forms: { one?: string; few?: string; many?: string; other: string }): string {
  const rule = memo('p', () => new Intl.PluralRules(locale)).select(count)
  const form = forms[rule as keyof typeof forms] ?? forms.other
  return form.replace('{n}', number(count))
}

/** Short age for a list: "now", "4m", "3h", "2d", then a date. */
export function ago(iso: string, now: number): string {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000)
  if (seconds < 45)
    return memo('r', () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' })).format(
      0,
      'second',
    )
  const [value, unit] =
    seconds < 3600 ? [seconds / 60, 'minute'] : seconds < 86_400 ? [seconds / 3600, 'hour'] : [seconds / 86_400, 'day']
  if (unit === 'day' && value >= 7) return day(iso, now)
  return memo(
    `u${unit}`,
    () => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits: 0 }),
  ).format(Math.max(1, Math.floor(value)))
}

/** In a sentence, back or ahead: "5 minutes ago", "yesterday", "in 3 days"; further away than a month the date. */
export function relative(iso: string, now: number): string {
  const seconds = (Date.parse(iso) - now) / 1000
  const far = Math.abs(seconds)
  const [value, unit] =
    far < 3600 ? [seconds / 60, 'minute'] : far < 86_400 ? [seconds / 3600, 'hour'] : [seconds / 86_400, 'day']
  if (unit === 'day' && Math.abs(value) >= 30) return day(iso, now)
  const format = memo('rl', () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  return far < 45 ? format.format(0, 'second') : format.format(Math.trunc(value) || Math.sign(value), unit as 'day')
}

/** "3 Nov", or with the year when it is another one. */
export function day(iso: string, now: number): string {
  const year = new Date(iso).getFullYear() === new Date(now).getFullYear() ? undefined : ('numeric' as const)
  return memo(`d${year}`, () => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year })).format(
    new Date(iso),
  )
}

/** "3 November 2026": for a record, which is read in another year too. */
export const date = (iso: string): string =>
  memo('dl', () => new Intl.DateTimeFormat(locale, { dateStyle: 'long' })).format(new Date(iso))

/** "14:05". */
export const clock = (iso: string): string =>
  memo('c', () => new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' })).format(new Date(iso))

/** "3 November 2026 at 14:05": for titles and details. */
export const moment = (iso: string): string =>
  memo('m', () => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })).format(new Date(iso))

/** Seconds as people say them: 45 → "45s", 200 → "3m", 5000 → "1h 23m". */
export function duration(seconds: number): string {
  const unit = (value: number, name: 'hour' | 'minute' | 'second') =>
    memo(
      `s${name}`,
      () =>
        new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'narrow', maximumFractionDigits: 0 }),
    ).format(value)
  if (Math.round(seconds) < 60) return unit(Math.round(seconds), 'second')
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return unit(minutes, 'minute')
  return minutes % 60 === 0
    ? unit(minutes / 60, 'hour')
    : `${unit(Math.floor(minutes / 60), 'hour')} ${unit(minutes % 60, 'minute')}`
}

const cache = new Map<string, unknown>()
function memo<T>(key: string, make: () => T): T {
  if (!cache.has(key)) cache.set(key, make())
  return cache.get(key) as T
}

import type { Catalogue } from '@rolecall/permissions'
import { labelOf } from '../guard/deny.ts'

const anId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * What an entry tells beyond its sentence, as lines: the differences in words first, then what else was kept that a person
 * can read. What the sentence says already is not said again, and no id is.
 */
export function linesOf(detail: Readonly<Record<string, unknown>>, text: string, catalogue: Catalogue): string[] {
  const { lines, ...rest } = detail
  const said = Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : []
  const more = Object.entries(rest).flatMap(([key, value]) => {
    const shown = (Array.isArray(value) ? value : [value]).flatMap((one) => textOf(one, text, catalogue))
    return shown.length === 0 ? [] : [`${inWords(key)}: ${shown.join(', ')}`]
  })
  return [...said, ...more]
}

/** Drafts and differences are told by the lines; times stand in the sentence. */
function textOf(value: unknown, text: string, catalogue: Catalogue): string[] {
  if (typeof value === 'number') return [String(value)]
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  if (typeof value !== 'string' || value === '' || anId.test(value) || /^\d{4}-\d\d-\d\dT/.test(value)) return []
  const shown = catalogue.bits.at.has(value) ? `“${labelOf(catalogue, value)}”` : value
  return text.includes(shown) ? [] : [shown]
}

/** widgetShown → Widget shown. */
const inWords = (key: string): string => {
  const words = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What an entry tells beyond its sentence, as lines: the differences in words first, then before and after. */
export function linesOf(detail: unknown): string[] {
  if (typeof detail !== 'object' || detail === null) return []
  const { lines, ...rest } = detail as Record<string, unknown>
  const said = Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : []
  const more = Object.entries(rest).flatMap(([key, value]) => {
    const text = textOf(value)
    return text === null ? [] : [`${key}: ${text}`]
  })
  return [...said, ...more]
}

/** What fits on a line; drafts and differences are told by the lines above. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.length > 0 ? value.join(', ') : null
  return null
}

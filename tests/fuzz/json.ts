/** JSON text that `JSON.stringify` would not write: a number like 1e999, a key that comes twice, depth beyond its stack. */
export class Raw {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** A value as JSON text. Keys that are undefined are left out; a root that is undefined is no text at all. */
export function write(value: unknown): string {
  if (value instanceof Raw) return value.text
  if (Array.isArray(value)) return `[${value.map((one) => write(one) || 'null').join()}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined)
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${write(one)}`).join()}}`
  }
  return JSON.stringify(value) ?? ''
}

/** What a server reads from that text; undefined from none, and an error from what is no JSON. */
export const read = (text: string): unknown => (text === '' ? undefined : JSON.parse(text))

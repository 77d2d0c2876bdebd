import fc, { type Arbitrary } from 'fast-check'
import { Raw } from './json.ts'
import { nasty, surplus } from './nasty.ts'

type Path = readonly string[]

interface Step {
  /** Which of the places in the input, counted round. */
  place: number
  kind: 'replace' | 'remove' | 'add' | 'append' | 'wrap' | 'box' | 'twice'
  value: unknown
  key: string
}

/** Inputs that were right until one or two places in them were spoilt. */
export function brokenOf(valid: Arbitrary<unknown>, roomy: boolean): Arbitrary<unknown> {
  const step: Arbitrary<Step> = fc.record({
    place: fc.nat({ max: 1000 }),
    kind: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'append', 'wrap', 'box', 'twice'),
    value: nasty(roomy),
    key: fc.constantFrom(...surplus),
  })
  return fc
    .tuple(valid, fc.array(step, { minLength: 1, maxLength: 2 }))
    .map(([input, steps]) => steps.reduce((spoilt, one) => spoil(spoilt, one), input))
}

const corners: unknown[] = ['\0', 'x\0y', '\ud800', '', 'x'.repeat(11_000), -1, 2 ** 53, null, [], {}, new Raw('1e999')]

/** The input with each of its places, one after the other, turned into each of the values that most often go wrong. */
export function cornersOf(input: unknown): unknown[] {
  const places = placesIn(input).filter((path) => path.length > 0)
  return places.flatMap((path) => corners.map((value) => change(input, path, () => value)))
}

function spoil(input: unknown, step: Step): unknown {
  const places = placesIn(input)
  const path = places[step.place % places.length] ?? []
  return change(input, path, (old) => spoiled(old, step))
}

function spoiled(old: unknown, { kind, value, key }: Step): unknown {
  switch (kind) {
    case 'replace':
      return value
    case 'remove':
      return undefined
    case 'add':
      return isRecord(old) ? Object.fromEntries([...Object.entries(old), [key, value]]) : { [key]: old }
    case 'append':
      return typeof old === 'string' && typeof value === 'string' ? old + value : value
    case 'wrap':
      return [old]
    case 'box':
      return { json: old }
    case 'twice':
      if (Array.isArray(old)) return [...old, ...old, ...old]
      return typeof old === 'string' ? old + old : [old, old]
  }
}

/** The root, and every place below it. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || value instanceof Raw) return [path]
  // Of a long list the beginning is like the rest.
  const below = Object.keys(value).slice(0, 50)
  return [path, ...below.flatMap((key) => placesIn((value as Record<string, unknown>)[key], [...path, key]))]
}

function change(value: unknown, [key, ...rest]: Path, how: (old: unknown) => unknown): unknown {
  if (key === undefined) return how(value)
  const old = (value as Record<string, unknown>)[key]
  const changed = change(old, rest, how)
  if (Array.isArray(value)) return value.with(Number(key), changed)
  // Not by assignment: that would set the prototype where the key says so.
  return Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, name === key ? changed : one]))
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Raw)

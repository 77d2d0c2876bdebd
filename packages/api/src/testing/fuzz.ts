import * as fc from 'fast-check'

/** As much of JSON Schema as zod writes of our inputs. */
export interface Shape {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Shape[]
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  pattern?: string
  maxLength?: number
  minimum?: number
  maximum?: number
}

/** What has broken servers before: what a database cannot store, what a pattern lets through, what JavaScript turns into something else. */
const hostile: unknown[] = [
  '',
  ' ',
  '\0',
  '\ud800',
  "' or 1=1 --",
  '%',
  '\\',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '__proto__',
  'constructor',
  '9'.repeat(400),
  'x'.repeat(20_000),
  '🧨'.repeat(3_000),
  '\u202e\u200b',
  '0x1F',
  'null',
  '99999999999999_00000000-0000-0000-0000-000000000000',
  '2026-02-30',
  null,
  true,
  -1,
  0.5,
  2 ** 31,
  2 ** 53,
  -0,
  1e308,
  [],
  {},
  [[[[[[[[]]]]]]]],
  { $ne: null },
  { toString: 'x', length: 3 },
]

/** Inputs made from a procedure's own schema, many of them with one thing wrong. `ids`: some that exist. */
export function inputsFor(shape: Shape | undefined, ids: readonly string[]): fc.Arbitrary<unknown> {
  const wild = fc.oneof(fc.constantFrom(...hostile), fc.jsonValue({ maxDepth: 3 }))
  if (!shape) return wild
  const good = fitting(shape, ids)
  const keys = [...Object.keys(shape.properties ?? {}), 'surplus', 'accountId', '__proto__']
  const bent = fc.tuple(good, fc.constantFrom(...keys), wild).map(([input, key, value]) => {
    return typeof input === 'object' && input !== null ? { ...input, [key]: value } : value
  })
  return fc.oneof({ weight: 4, arbitrary: good }, { weight: 5, arbitrary: bent }, { weight: 1, arbitrary: wild })
}

function fitting(shape: Shape, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (shape.enum) return fc.constantFrom(...shape.enum)
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((one) => fitting(one, ids)))
  switch (shape.type) {
    case 'object': {
      const fields = Object.entries(shape.properties ?? {}).map(([key, one]) => [key, fitting(one, ids)] as const)
      const requiredKeys = shape.required ?? []
      return fc.record(Object.fromEntries(fields), { requiredKeys })
    }
    case 'array':
      return fc.array(fitting(shape.items ?? {}, ids), { maxLength: 5 })
    case 'string':
      return text(shape, ids)
    case 'integer':
    case 'number':
      return fc.oneof(
        fc.integer({ min: 0, max: 300 }),
        fc.constantFrom(shape.minimum ?? 0, Math.min(shape.maximum ?? 9, Number.MAX_SAFE_INTEGER)),
      )
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case undefined:
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function text(shape: Shape, ids: readonly string[]): fc.Arbitrary<unknown> {
  const pattern = shape.pattern ?? ''
  if (pattern.includes('[0-9a-f]{12}$') && !pattern.includes('_')) {
    return fc.oneof(fc.constantFrom(...ids), fc.uuid({ version: 4 }))
  }
  const patterned = safePattern(pattern)
  const free = fc.string({ unit: 'binary', maxLength: Math.min(shape.maxLength ?? 40, 40) })
  return patterned
    ? fc.oneof({ weight: 3, arbitrary: patterned }, { weight: 1, arbitrary: free })
    : fc.oneof(free, fc.constantFrom('UTC', 'a'))
}

/** A generator of what the pattern matches; null for patterns that fast-check cannot turn around. */
function safePattern(pattern: string): fc.Arbitrary<string> | null {
  if (pattern === '' || pattern.includes('\\p{') || pattern.includes('(?')) return null
  try {
    return fc.stringMatching(new RegExp(pattern))
  } catch {
    return null
  }
}

import fc, { type Arbitrary } from 'fast-check'
import type { Shape } from './shape.ts'
import { fitting, type Words } from './words.ts'

/** Inputs of this shape. What a schema refines beyond its shape (a span of days, an existing row) they may still miss. */
export function validOf(shape: Shape, words: Words, at = 'input'): Arbitrary<unknown> {
  const key = at.slice(at.lastIndexOf('.') + 1)
  if (shape.enum) return fc.constantFrom(...shape.enum)
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((one) => validOf(one, words, at)))
  switch (shape.type) {
    case 'object': {
      const entries = Object.entries(shape.properties ?? {})
      const model = Object.fromEntries(entries.map(([name, one]) => [name, validOf(one, words, `${at}.${name}`)]))
      return fc.record(model, { requiredKeys: shape.required ?? [], noNullPrototype: true })
    }
    case 'array':
      return fc.array(validOf(shape.items ?? {}, words, at), { maxLength: shape.maxItems ?? 10 })
    case 'string': {
      const named = words.named[key]
      return named ?? fitting(shape, words.any, at)
    }
    case 'integer':
    case 'number': {
      const { minimum: min = 0, maximum: max = 2_147_483_647 } = shape
      const any = fc.oneof(
        fc.integer({ min, max }),
        fc.constantFrom(min, max),
        fc.integer({ min, max: Math.min(max, min + 9) }),
      )
      const whole = words.whole[key]
      return whole ? fc.oneof(whole, any) : any
    }
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      throw new Error(`valid.ts does not know how to make ${at}: ${JSON.stringify(shape)}`)
  }
}

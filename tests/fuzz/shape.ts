/** The part of JSON Schema that our inputs are written in. */
export interface Shape {
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null'
  properties?: Record<string, Shape>
  required?: string[]
  additionalProperties?: unknown
  items?: Shape
  anyOf?: Shape[]
  allOf?: Shape[]
  enum?: unknown[]
  const?: unknown
  minLength?: number
  maxLength?: number
  pattern?: string
  minimum?: number
  maximum?: number
  maxItems?: number
}

/** Every pattern that a string has to match, as the schema means them. */
export const patternsOf = ({ pattern, allOf = [] }: Shape): RegExp[] =>
  [pattern, ...allOf.map((one) => one.pattern)].filter((one) => one !== undefined).map((one) => new RegExp(one, 'u'))

/**
 * What a shape leaves open that it should not (reliability.md, 9): surplus keys, and strings, lists and numbers without
 * an end. Empty: strict and bounded.
 */
export function looseEnds(shape: Shape, at = 'input'): string[] {
  if (shape.anyOf) return shape.anyOf.flatMap((one) => looseEnds(one, at))
  if (shape.enum || shape.const !== undefined) return []
  switch (shape.type) {
    case 'object':
      return [
        ...(shape.additionalProperties === false ? [] : [`${at} takes unknown keys`]),
        ...Object.entries(shape.properties ?? {}).flatMap(([key, one]) => looseEnds(one, `${at}.${key}`)),
      ]
    case 'array':
      return [
        ...(shape.maxItems === undefined ? [`${at} has no longest list`] : []),
        ...looseEnds(shape.items ?? {}, `${at}[]`),
      ]
    case 'string': {
      const bounded = patternsOf(shape).some(({ source }) => /^\^.*\$$/.test(source) && !/[*+]|,\}/.test(source))
      return shape.maxLength === undefined && !bounded ? [`${at} has no longest text`] : []
    }
    case 'integer':
    case 'number':
      return shape.minimum === undefined || shape.maximum === undefined ? [`${at} has no bounds`] : []
    case 'boolean':
    case 'null':
      return []
    default:
      return [`${at} takes anything`]
  }
}

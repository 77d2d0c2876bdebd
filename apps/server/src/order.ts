import type { Operator } from '@rolecall/api'

/** What the command line asks for. `email`: somebody on the team, whose account it is about. The api reads `input`. */
export interface Order {
  verb: string
  email: string
  input: unknown
}

/** An order that the api of this very build knows, with what it takes. */
export type OurOrder = {
  [Verb in keyof Operator]: { verb: Verb; email: string; input: Parameters<Operator[Verb]>[1] }
}[keyof Operator]

/** The body as an order; undefined when it is none. */
export function orderIn(body: unknown): Order | undefined {
  const { verb, email, input, ...more } = (body ?? {}) as Record<string, unknown>
  if (typeof verb !== 'string' || typeof email !== 'string' || Object.keys(more).length > 0) return undefined
  return { verb, email, input }
}

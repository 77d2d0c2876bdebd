/** What the command line asks for. `email`: somebody on the team, whose account it is about. */
export type Order =
  | { verb: 'members set-role'; email: string; role: string }
  | { verb: 'tokens create'; email: string; permissions: string[]; name: string }
  | { verb: 'roles export'; email: string }
  /** `document` is read by the api. `digest`: of the dry run that is meant; null: a dry run. */
  | { verb: 'roles import'; email: string; document: unknown; digest: string | null; prune: boolean }
  | { verb: 'plan set'; email: string; plan: string }

type Given = Record<string, unknown>

const isText = (value: unknown): value is string => typeof value === 'string'

/** What each verb takes beside the email, and nothing else. */
const shapes: Record<Order['verb'], Record<string, (value: unknown) => boolean>> = {
  'members set-role': { role: isText },
  'tokens create': { name: isText, permissions: (value) => Array.isArray(value) && value.every(isText) },
  'roles export': {},
  'roles import': {
    document: (value) => value !== undefined,
    digest: (value) => value === null || isText(value),
    prune: (value) => typeof value === 'boolean',
  },
  'plan set': { plan: isText },
}

/** The body as an order; undefined when it is none. */
export function orderIn(body: unknown): Order | undefined {
  const { verb, email, ...more } = (body ?? {}) as Given
  if (!isText(verb) || !isText(email) || !Object.hasOwn(shapes, verb)) return undefined
  const shape = shapes[verb as Order['verb']]
  const known = Object.keys(more).every((key) => Object.hasOwn(shape, key))
  const right = Object.entries(shape).every(([key, fits]) => fits(more[key]))
  return known && right ? ({ verb, email, ...more } as Order) : undefined
}

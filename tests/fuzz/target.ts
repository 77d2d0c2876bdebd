import type { StartedApi } from '@rolecall/api/testing'
import type { Sent } from '../bad-input/send.ts'
import { lines } from '../matrix/table.ts'
import { read } from './json.ts'
import type { Shape } from './shape.ts'

/** One door as the fuzzer knocks at it. */
export interface Target {
  name: string
  /** Whether a call that is taken may change something. */
  changes: boolean
  shape: Shape
  /** Whether the door's own schema lets this JSON text through. What it lets through may be refused all the same. */
  fits(text: string): boolean
  request(text: string): Sent
}

/** What we use of a zod schema: tests have no zod of their own. */
interface Schema {
  toJSONSchema(options: { io: 'input' }): Shape
  safeParse(value: unknown): { success: boolean }
}

type Procedures = Record<string, { _def: { type: string; inputs: unknown[] } }>

/** A procedure with the schema that it was declared with. @throws where it has none: it would take anything */
export function procedure({ api }: Pick<StartedApi, 'api'>, name: string): Target {
  const found = (api.router._def.procedures as unknown as Procedures)[name]
  const [schema, more] = (found?._def.inputs ?? []) as Schema[]
  if (!schema || more)
    throw new Error(`${name} has no schema, or more than one: declare .input(nothing) where it takes nothing`)
  const fits = (text: string) => {
    try {
      return schema.safeParse(read(text)).success
    } catch {
      return false
    }
  }
  const path = `/trpc/${name}`
  const asked = (text: string) => (text === '' ? path : `${path}?input=${encodeURIComponent(text)}`)
  return {
    name,
    changes: found?._def.type === 'mutation' || lines[name]?.entry === true,
    shape: schema.toJSONSchema({ io: 'input' }),
    fits,
    request: found?._def.type === 'query' ? (text) => ({ method: 'GET', path: asked(text) }) : posted(path),
  }
}

const posted = (path: string) => (text: string) => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json' },
  body: text,
})

const shapeOf = (properties: Record<string, Shape>, required = Object.keys(properties)): Shape => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const any = () => true
const email: Shape = { type: 'string', maxLength: 254, pattern: '^[^@]+@[^@]+$' }
const short: Shape = { type: 'string', minLength: 10, maxLength: 100 }
const id: Shape = { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }
const event: Shape = { type: 'string', pattern: '^[0-9]{1,15}$' }
const resumed = shapeOf({ after: event, 'last-event-id': event }, [])

/** The doors that are no procedures, described by hand. */
export const routes: Record<string, Target> = Object.fromEntries(
  [
    asked('live', '/live', resumed),
    asked('visitor.live', '/visitor/live', resumed),
    asked('contacts.export', '/contacts.csv', shapeOf({ search: short }, [])),
    asked('roles.accessCsv', '/access.csv', shapeOf({ permission: short, member: short }, [])),
    asked('roles.matrixCsv', '/roles.csv', shapeOf({})),
    asked('audit.export', '/audit.csv', shapeOf({ action: short, actorId: short, from: short, search: short }, [])),
    told('/auth/sign-in/email', shapeOf({ email, password: short })),
    told('/auth/switch', shapeOf({ memberId: id })),
    told('/auth/sign-out', shapeOf({})),
    told('/auth/request-password-reset', shapeOf({ email, redirectTo: short }, ['email'])),
    told('/auth/reset-password', shapeOf({ newPassword: short, token: short })),
  ].map((target) => [target.name, target]),
)

function told(path: string, shape: Shape): Target {
  return { name: path, changes: true, shape, fits: any, request: posted(path) }
}

/** The input goes into the query string; what is no object becomes the whole of it. */
function asked(name: string, path: string, shape: Shape): Target {
  const request = (text: string): Sent => {
    const { 'last-event-id': last, ...query } = recordIn(text)
    const pairs = Object.entries(query).map(([key, value]) => `${encoded(key)}=${encoded(value)}`)
    const headers = typeof last === 'string' && /^[\x20-\x7e]+$/.test(last) ? { 'last-event-id': last } : {}
    return { method: 'GET', path: `${path}?${pairs.join('&')}`, headers }
  }
  return { name, changes: lines[name]?.entry === true, shape, fits: any, request }
}

function recordIn(text: string): Record<string, unknown> {
  try {
    const value = read(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // As it is, then.
  }
  return { after: text }
}

const encoded = (value: unknown) =>
  encodeURIComponent((typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed())

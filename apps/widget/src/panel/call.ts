import type { Refusal } from '@rolecall/protocol'

/** The server said no. `code` is the refusal's, or the HTTP status in words where there is none. */
export class Refused extends Error {
  readonly code: string
  readonly status: number
  /** What of the input was not taken, and why. */
  readonly fields: NonNullable<Refusal['fields']>
  constructor(code: string, status: number, fields: Refusal['fields'] = []) {
    super(code)
    this.code = code
    this.status = status
    this.fields = fields
  }
}

/** Worth another try with the same message: the network failed, or the server could not. */
export const passing = (error: unknown): boolean => !(error instanceof Refused) || error.status >= 500

/** The key is unknown: the conversation was deleted, or the visitor with it. */
export const keyless = (error: unknown): boolean =>
  error instanceof Refused && (error.code === 'NOT_SIGNED_IN' || error.code === 'NOT_FOUND')

interface Options {
  secret?: string
  change?: boolean
  /** May read and set the cookie that keeps the key where this frame has no storage. */
  cookie?: boolean
}

export type Call = <Answer>(path: string, input?: unknown, options?: Options) => Promise<Answer>

/** ms that this device's clock is ahead of the server's, by which all is dated. */
let ahead = 0
export const serverNow = (): Date => new Date(Date.now() - ahead)

/** tRPC without its client: one plain request, JSON both ways. Throws Refused, or whatever `fetch` throws. */
export const call: Call = async (path, input, { secret, change, cookie } = {}) => {
  const headers: Record<string, string> = secret ? authorization(secret) : {}
  const json = JSON.stringify(input)
  if (change) headers['Content-Type'] = 'application/json'
  const query = change || !json ? '' : `?input=${encodeURIComponent(json)}`
  const response = await fetch(`../trpc/visitor.${path}${query}`, {
    // What was written arrives even where the page is left at once. A browser allows 64 kB of this at a time.
    ...(change ? { method: 'POST', body: json, keepalive: json.length < 20_000 } : {}),
    headers,
    credentials: cookie ? 'same-origin' : 'omit',
    signal: AbortSignal.timeout(20_000),
  })
  ahead = Date.now() - Date.parse(response.headers.get('date') ?? '') || 0
  const answer = await response.json().catch(() => ({}))
  if (response.ok) return answer.result.data
  const refusal: Refusal | undefined = answer.error?.data?.refusal
  throw new Refused(refusal?.code ?? `${response.status}`, response.status, refusal?.fields)
}

/** The visitor's key travels in a header, never in an address. */
export const authorization = (secret: string): Record<string, string> => ({ Authorization: `Visitor ${secret}` })

import type { Refusal, RefusalCode } from '@rolecall/protocol'
import type { Got } from './send.ts'

const statusOf: Record<Exclude<RefusalCode, 'INTERNAL' | 'UNAVAILABLE'>, number> = {
  INVALID_INPUT: 400,
  NOT_SIGNED_IN: 401,
  PERMISSION_MISSING: 403,

  WRONG_ORIGIN: 403,
  WIDGET_HIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  OTHER_MEMBER: 409,
  NOT_NOW: 412,
  PREVIEW: 412,
  TOO_SLOW: 408,
  TOO_LARGE: 413,
  WRONG_CONTENT_TYPE: 415,
  TOO_MANY: 429,
}

// Stacks, files, SQL and its errors, our tables, what we are built with. None of it is in what the tests send.
const inside =
  /\n\s+at |file:\/\/|node_modules|\.ts:\d|\/packages\/|"stack"|\bselect .* from\b|insert into|violates|constraint|relation "|syntax error|invalid (input syntax|byte sequence)|SQLSTATE|rolecall_app|identity_[a-z]|chat_read|api_token|_pkey|kysely|pglite|postgres|FST_ERR|Zod|TRPCError|better-auth/i

/** The refusal in a refused answer: of a tRPC call, or of a plain route. */
export function refusalIn({ text }: Pick<Got, 'text'>): Refusal | undefined {
  try {
    const body = JSON.parse(text)
    return body.error?.data?.refusal ?? body
  } catch {
    return undefined
  }
}

/** What is wrong with a refusal as a refusal, in words; undefined: it has manners. */
export function faultIn(got: Got): string | undefined {
  const { status, headers, text } = got
  if (status >= 500) return `it answers ${status}`
  const leak = inside.exec(text)
  if (leak) return `it shows its insides: ${leak[0]}`
  const refusal = refusalIn(got)
  const { code, message, requestId } = refusal ?? {}
  if (statusOf[code as keyof typeof statusOf] !== status) return `${status} comes with the code ${code}`
  if (!/^[0-9a-f-]{36}$/.test(requestId ?? '')) return 'it has no request id'
  if (headers['x-request-id'] !== requestId) return 'its head names another request than its body'
  if (!/^[A-Z“][^\n]{10,}\.$/.test(message ?? '')) return `its message is no sentence: ${message}`
  if (headers['set-cookie']) return 'it sets a cookie'
  return undefined
}

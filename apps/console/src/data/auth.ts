import { words } from '../words.ts'
import { leave } from './enter.ts'

/** The answer of an identity call: done, or a sentence that says what to do. */
export type Answer = { ok: true } | { ok: false; status: number; text: string }

export const signIn = (email: string, password: string): Promise<Answer> =>
  post('sign-in/email', { email, password }, (status) =>
    status === 401 || status === 400 || status === 403 ? words.door.wrong : undefined,
  )

export const askForReset = (email: string): Promise<Answer> =>
  post('request-password-reset', { email, redirectTo: '/console/reset' })

export const resetPassword = (newPassword: string, token: string): Promise<Answer> =>
  post('reset-password', { newPassword, token })

export async function signOut(): Promise<void> {
  await post('sign-out', {})
  leave()
}

async function post(
  path: string,
  body: object,
  say: (status: number) => string | undefined = () => undefined,
): Promise<Answer> {
  try {
    const response = await fetch(`/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    })
    if (response.ok) return { ok: true }
    if (response.status === 429) return { ok: false, status: 429, text: tooMany(response.headers) }
    const text = say(response.status) ?? (await sentence(response)) ?? words.failure.unreachable
    return { ok: false, status: response.status, text }
  } catch {
    return { ok: false, status: 0, text: words.failure.unreachable }
  }
}

/** Seconds from Retry-After (RFC 9110) or better-auth's X-Retry-After, in words. */
function tooMany(headers: Headers): string {
  const seconds = Number(headers.get('retry-after') ?? headers.get('x-retry-after'))
  if (!(seconds > 0)) return words.door.tooMany
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute']
  return words.door.tooManyUntil(
    new Intl.NumberFormat(undefined, { style: 'unit', unit, unitDisplay: 'long' }).format(value),
  )
}

async function sentence(response: Response): Promise<string | undefined> {
  const body: unknown = await response.json().catch(() => null)
  return body && typeof body === 'object' && 'message' in body && typeof body.message === 'string'
    ? body.message
    : undefined
}

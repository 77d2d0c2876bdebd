import type { Refusal } from '@rolecall/protocol'
import { toast } from '../parts/toast.tsx'
import { root } from '../root.ts'
import { words } from '../words.ts'
import { leave } from './enter.ts'

/** The answer of an identity call: done, or a sentence that says what to do. */
export type Answer = { ok: true } | { ok: false; status: number; text: string }

export const signIn = async (email: string, password: string): Promise<Answer> => {
  const answer = await post('sign-in/email', { email, password })
  return !answer.ok && answer.status === 401 ? { ...answer, text: words.identity.wrong } : answer
}

export const askForReset = (email: string): Promise<Answer> => post('request-password-reset', { email })

export const resetPassword = (newPassword: string, token: string): Promise<Answer> =>
  post('reset-password', { newPassword, token })

export async function signOut(): Promise<void> {
  const answer = await post('sign-out', {})
  if (answer.ok) leave()
  else toast(answer.text, { tone: 'bad' })
}

async function post(path: string, body: object): Promise<Answer> {
  try {
    const response = await fetch(`${root}/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    })
    if (response.ok) return { ok: true }
    const wait = Number(response.headers.get('retry-after'))
    const text =
      response.status === 429 && wait > 0 ? words.identity.tooManyUntil(inWords(wait)) : await sentence(response)
    return { ok: false, status: response.status, text }
  } catch {
    return { ok: false, status: 0, text: words.failure.unreachable }
  }
}

/** Seconds of a Retry-After (RFC 9110) as people say them: "40 seconds", "3 minutes". */
export function inWords(seconds: number): string {
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute']
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}

/** The server's own sentence: every refusal has one. */
async function sentence(response: Response): Promise<string> {
  const refusal = (await response.json().catch(() => null)) as Partial<Refusal> | null
  return refusal?.message ?? words.failure.unreachable
}

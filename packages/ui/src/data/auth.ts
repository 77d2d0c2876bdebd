import type { Place, Refusal } from '@rolecall/protocol'
import { toast } from '../parts/toast.tsx'
import { root } from '../root.ts'
import { session } from '../session/session.ts'
import { saysWhose } from '../session/whose.ts'
import { words } from '../words.ts'
import { leave } from './enter.ts'
import { forgetKept } from './kept.ts'

/** The answer of an identity call: done, or a sentence that says what to do. */
export type Answer = { ok: true } | { ok: false; status: number; text: string }

/** Signs in, as `memberId` where somebody works in several accounts; without it they are asked which. */
export async function signIn(
  email: string,
  password: string,
  memberId?: string,
): Promise<Answer | { ok: false; choose: Place[] }> {
  const answer = await post<{ ok: false; choose: Place[] }>('sign-in/email', {
    email,
    password,
    ...(memberId && { memberId }),
  })
  return 'status' in answer && answer.status === 401 ? { ...answer, text: words.identity.wrong } : answer
}

/** Moves this browser to another account of the same person. Other tabs of the one before say so. */
export async function switchTo(memberId: string): Promise<void> {
  const answer = await post('switch', { memberId })
  if (answer.ok) location.assign(`${root}/console/`)
  else toast(answer.text, { tone: 'bad' })
}

/** Moves it back to whom this page was made for, wherever another tab moved it to. */
export const switchBack = (memberId: string): Promise<Answer> => post('switch', { memberId }, {})

export const askForReset = (email: string): Promise<Answer> => post('request-password-reset', { email })

export const resetPassword = (newPassword: string, token: string): Promise<Answer> =>
  post('reset-password', { newPassword, token })

export async function signOut(): Promise<void> {
  const memberId = session.peek()?.member.id
  const answer = await post('sign-out', {})
  if (!answer.ok) return void toast(answer.text, { tone: 'bad' })
  if (memberId !== undefined) forgetKept(memberId)
  leave()
}

/** What a page does for whom it was made. Signing in is for anybody. */
const ofOwner = (path: string) => (path === 'sign-out' || path === 'switch' ? saysWhose() : {})

async function post<A extends object = never>(path: string, body: object, as = ofOwner(path)): Promise<Answer | A> {
  try {
    const response = await fetch(`${root}/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...as },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    })
    if (response.ok) return (await response.json()) as { ok: true } | A
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

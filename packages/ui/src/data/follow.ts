import type { LiveEvent, Session } from '@rolecall/protocol'
import { toast } from '../parts/toast.tsx'
import { sessionDiff } from '../session/lost.ts'
import { session } from '../session/session.ts'
import { words } from '../words.ts'
import { api } from './api.ts'
import { turnedAway } from './enter.ts'
import { failureOf } from './failure.ts'
import { onLive, openLive } from './live.ts'

/** Opens the live stream and keeps the session as the server sees it, for as long as somebody is signed in. */
export function follow(): () => void {
  const deaf = onLive((event) => {
    if (event.type === 'session' && event.session) adopt(event.session)
    else if (event.type === 'session' || event.type === 'resync') void reread()
    else if (event.type === 'switches') setSwitches(event)
  })
  const close = openLive()
  return () => {
    deaf()
    close()
  }
}

/** Who I am now. What went away is said in one line; drafts are not touched. */
export function adopt(after: Session): void {
  const before = session.value
  session.value = after
  if (!before || before.member.id !== after.member.id) return
  const { lost, gained } = sessionDiff(before, after)
  const say = before.role.name === after.role.name ? words.session.sameRole : words.session
  if (lost.length > 0) toast(say.lost(after.role.name), { tone: 'warn', ms: 12_000 })
  else if (gained.length > 0) toast(say.gained(after.role.name), { tone: 'good' })
}

/** Asks who I am again. */
export async function reread(): Promise<void> {
  try {
    adopt(await api.session.me.query())
  } catch (error) {
    const failure = failureOf(error)
    const code = failure.refusal?.code
    if (code !== 'PREVIEW' && code !== 'NOT_SIGNED_IN' && code !== 'OTHER_MEMBER') return
    turnedAway(failure)
    if (code === 'NOT_SIGNED_IN') toast(words.session.ended, { tone: 'warn', ms: 12_000 })
  }
}

/** The two switches as the account has them now. */
export function setSwitches({ online, widgetShown }: Omit<Extract<LiveEvent, { type: 'switches' }>, 'type'>): void {
  const now = session.value
  if (now) session.value = { ...now, account: { ...now.account, online, widgetShown } }
}

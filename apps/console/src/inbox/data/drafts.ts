import { signal } from '@preact/signals'
import { keep, kept, onKept } from '@rolecall/ui'
import type { Sending } from '../state/state.ts'

type Drafts = Readonly<Record<string, string>>

const what = 'drafts'
let owner = ''

/** Unsent words by chat and kind. They outlive this tab, a change of role and the session, and go when one signs out. */
const drafts = signal<Drafts>({})

/** Takes up the drafts of a member; those of another at this browser are not shown. */
export function ownDrafts(memberId: string): void {
  if (memberId === owner) return
  owner = memberId
  drafts.value = read()
}

/** Hears what is written in other tabs of the same member. */
export const followDrafts = (): (() => void) =>
  onKept(what, (memberId) => {
    if (memberId === owner) drafts.value = read()
  })

export function draftOf(chatId: string, kind: Sending['kind']): string {
  return drafts.value[`${chatId} ${kind}`] ?? ''
}

/** What is begun in a chat, for its row in the list. */
export function begunIn(chatId: string): string {
  return (draftOf(chatId, 'message') || draftOf(chatId, 'note')).trim()
}

export function setDraft(chatId: string, kind: Sending['kind'], text: string): void {
  const { [`${chatId} ${kind}`]: _, ...others } = drafts.peek()
  drafts.value = text ? { ...others, [`${chatId} ${kind}`]: text } : others
  keep(owner, what, drafts.value)
}

/** What was on its way becomes a draft again, before what was begun after it: nothing that was written is lost. */
export function putBack({ chatId, kind, body }: Pick<Sending, 'chatId' | 'kind' | 'body'>): void {
  const draft = draftOf(chatId, kind)
  setDraft(chatId, kind, draft ? `${body}\n${draft}` : body)
}

const read = (): Drafts => (kept(owner, what) as Drafts | null) ?? {}

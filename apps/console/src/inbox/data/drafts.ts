import { signal } from '@preact/signals'
import type { Sending } from '../state/state.ts'

const key = 'rolecall.drafts'
let owner = ''

/** Unsent words by chat and kind. They outlive a reload of this tab, a change of role and signing in again. */
const drafts = signal<Readonly<Record<string, string>>>({})

/** Takes up the drafts of a member; those of another at this browser are forgotten. */
export function ownDrafts(memberId: string): void {
  if (memberId === owner) return
  owner = memberId
  const kept = read()
  drafts.value = kept?.owner === memberId ? kept.drafts : {}
}

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
  try {
    sessionStorage.setItem(key, JSON.stringify({ owner, drafts: drafts.value }))
  } catch {
    // Full or forbidden: the draft lives in memory.
  }
}

function read(): { owner: string; drafts: Record<string, string> } | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

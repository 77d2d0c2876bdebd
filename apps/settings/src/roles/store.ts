import type { RoleDraft } from '@rolecall/protocol'

// Drafts outlive a reload and a look at another page: in this tab, until they are saved or discarded. Another page may
// leave one here (a hint, as it would be followed); it then has no base, and is a change of the role as it is now.

/** A role as it was when somebody began to change it. */
export interface Base {
  version: number
  draft: RoleDraft
}

export interface Kept {
  draft: RoleDraft
  base: Base | null
}

/** Of a role that is not there yet; one for each role that it is a copy of. */
export const newId = (from: string | null): string => (from === null ? 'new' : `new.${from}`)

export function keep(id: string, { draft, base }: Kept): void {
  sessionStorage.setItem(draftKey(id), JSON.stringify(draft))
  if (base) sessionStorage.setItem(baseKey(id), JSON.stringify(base))
  else sessionStorage.removeItem(baseKey(id))
}

export function drop(id: string): void {
  sessionStorage.removeItem(draftKey(id))
  sessionStorage.removeItem(baseKey(id))
}

export function kept(id: string): Kept | null {
  const draft = parsed(draftKey(id))
  if (!isDraft(draft)) return null
  const base = parsed(baseKey(id)) as Partial<Base> | null
  return { draft, base: base && Number.isInteger(base.version) && isDraft(base.draft) ? (base as Base) : null }
}

export const isKept = (id: string): boolean => kept(id) !== null

const draftKey = (id: string) => `rolecall.role-draft.${id}`
const baseKey = (id: string) => `rolecall.role-base.${id}`

/** What an older version of this page has left may look otherwise: then it is as if nothing was kept. */
function parsed(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function isDraft(one: unknown): one is RoleDraft {
  const draft = one as Partial<RoleDraft> | null
  const texts = (list: unknown) => Array.isArray(list) && list.every((item) => typeof item === 'string')
  return (
    typeof draft?.name === 'string' &&
    texts(draft.permissions) &&
    texts(draft.fullSections) &&
    ['all', 'departments', 'mine'].includes(draft.chats ?? '') &&
    typeof draft.unassigned === 'boolean'
  )
}

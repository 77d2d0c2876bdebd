// What this browser keeps for a member until they sign out: each member's under a name of its own, so that whoever signs in
// next is shown nothing of it, and whoever comes back finds it, in another tab too.

const prefix = (memberId: string) => `rolecall.kept.${memberId}.`

/** null: nothing, or nothing that could be read. */
export function kept(memberId: string, what: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(prefix(memberId) + what) ?? 'null')
  } catch {
    return null
  }
}

/** Where storage is full or forbidden it lives in memory alone. */
export function keep(memberId: string, what: string, value: unknown): void {
  try {
    localStorage.setItem(prefix(memberId) + what, JSON.stringify(value))
  } catch {
    // Said above.
  }
}

/** Calls when another tab kept something under this name. */
export function onKept(what: string, hear: (memberId: string) => void): () => void {
  const listen = ({ key }: StorageEvent) => {
    const [, memberId] = /^rolecall\.kept\.([^.]+)\./.exec(key ?? '') ?? []
    if (memberId !== undefined && key === prefix(memberId) + what) hear(memberId)
  }
  addEventListener('storage', listen)
  return () => removeEventListener('storage', listen)
}

/** They have signed out. */
export function forgetKept(memberId: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix(memberId))) localStorage.removeItem(key)
  } catch {
    // Forbidden: then nothing was kept.
  }
}

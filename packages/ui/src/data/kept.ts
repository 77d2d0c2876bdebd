// What this browser keeps for a member until they sign out: each member's under a name of its own, so that whoever signs in
// next is shown nothing of it, and whoever comes back finds it, in another tab too.

const prefix = (memberId: string) => `rolecall.kept.${memberId}.`

/** What storage did not take, being full or forbidden: it lives as long as the page. */
const memory = new Map<string, string>()

/** null: nothing, or nothing that could be read. */
export function kept(memberId: string, what: string): unknown {
  const name = prefix(memberId) + what
  try {
    return JSON.parse(memory.get(name) ?? localStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}

/** null: nothing any more. */
export function keep(memberId: string, what: string, value: unknown): void {
  const name = prefix(memberId) + what
  memory.delete(name)
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(value))
  } catch {
    if (value !== null) memory.set(name, JSON.stringify(value))
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
  memory.clear()
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix(memberId))) localStorage.removeItem(key)
  } catch {
    // Forbidden: then nothing was kept.
  }
}

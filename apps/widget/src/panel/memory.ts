/** A message that the server has not acknowledged. */
export interface Unsent {
  id: string
  body: string
  at: string
}

/** What a browser keeps of a conversation, under the chat server's own origin. */
export interface Kept {
  /** The visitor's only key. */
  secret?: string
  /** 32 random bytes for a key that is not acknowledged yet: a retry whose answer was lost gets the same conversation. */
  seed?: string | undefined
  unsent: Unsent[]
  draft: string
}

export interface Memory {
  /** Whether the browser gives this frame a storage. */
  lasts: boolean
  get(): Kept
  set(change: Partial<Kept>): void
  clear(): void
  /** Tells when another tab started or left a conversation. */
  watch(changed: () => void): void
}

const nothing = (): Kept => ({ unsent: [], draft: '' })

/** Kept in `storage` where the browser lets us, else in memory: then a cookie keeps the key (key.ts), and nothing else lasts. */
export function createMemory(account: string, storage: () => Storage): Memory {
  // Not the loader's name for its hint: where we are mounted on the site itself, both share one storage.
  const key = `rolecall-panel:${account}`
  let kept = nothing()
  let lasts = false
  const read = () => {
    try {
      const text = storage().getItem(key)
      lasts = true
      kept = text ? { ...nothing(), ...JSON.parse(text) } : nothing()
    } catch {}
    return kept
  }
  const write = () => {
    try {
      if (kept.secret || kept.draft || kept.unsent.length) storage().setItem(key, JSON.stringify(kept))
      else storage().removeItem(key)
    } catch {}
  }
  read()
  return {
    lasts,
    get: () => kept,
    set(change) {
      kept = { ...kept, ...change }
      write()
    },
    clear() {
      kept = nothing()
      write()
    },
    watch(changed) {
      addEventListener('storage', (event) => {
        if (event.key !== key && event.key !== null) return
        const before = kept.secret
        if (read().secret !== before) changed()
      })
    },
  }
}

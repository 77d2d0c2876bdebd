import { computed, effect, signal } from '@preact/signals'

/** A question that is due. Another key is another question: the one before it is dropped. */
export interface Due {
  key: unknown
  /** ms */
  wait: number
}

/**
 * Asks for as long as something is due: one question of a kind at a time, later and later while they fail.
 * `ask` says whether it got its answer. Returns the way to stop, and one to ask again at once.
 */
export function keepAsking(due: () => Due | null, ask: (signal: AbortSignal) => Promise<boolean>) {
  const now = computed(due)
  const key = computed(() => now.value?.key)
  const wait = computed(() => now.value?.wait ?? null)
  const round = signal(0)
  let failures = 0
  let running: { key: unknown; stop: AbortController } | null = null

  const start = async (key: unknown) => {
    const mine = { key, stop: new AbortController() }
    running = mine
    const answered = await ask(mine.stop.signal)
    if (running !== mine) return
    running = null
    failures = answered ? 0 : failures + 1
    round.value = round.peek() + 1
  }
  const stop = effect(() => {
    const [k, ms] = [key.value, wait.value, round.value]
    if (ms === null || running?.key === k) return
    if (running) {
      running.stop.abort()
      running = null
      failures = 0
    }
    const timer = setTimeout(() => void start(k), Math.max(ms, backOff(failures)))
    return () => clearTimeout(timer)
  })
  return {
    stop: () => {
      stop()
      running?.stop.abort()
      running = null
    },
    now: () => {
      failures = 0
      round.value = round.peek() + 1
    },
  }
}

/** 0, then 1 s, 2 s, 4 s … up to 15 s, give or take a fifth, so that a team does not come back all at once. */
function backOff(failures: number): number {
  if (failures === 0) return 0
  return Math.min(15_000, 500 * 2 ** failures) * (0.8 + Math.random() * 0.4)
}

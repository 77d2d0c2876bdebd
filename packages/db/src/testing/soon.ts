/** In an hour: for what runs out, but not during a test. */
export const soon = (): Date => new Date(Date.now() + 3_600_000)

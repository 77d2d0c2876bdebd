/**
 * So often is tried what could go wrong when two come at once. Naive code fails in 49 of 50 such rounds; RACE_TRIALS=…
 * tries more, as `npm run prove -- races` does.
 */
export const trials = Number(process.env['RACE_TRIALS'] ?? 48)

/** At a time, so that two cores have always something to do. */
const abreast = 4

/** Runs the trials in a few lanes, each with an account of its own: what races in one is not held up by another's. */
export async function inLanes<Lane>(
  make: () => Promise<Lane>,
  each: (lane: Lane, trial: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const run = async (lane: Lane) => {
    while (next < trials) await each(lane, next++)
  }
  await Promise.all((await Promise.all(Array.from({ length: abreast }, make))).map(run))
}

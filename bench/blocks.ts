/** Lower quartile, median, upper quartile. */
export function quartiles(values: readonly number[]): [number, number, number] {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN
  return [at(0.25), at(0.5), at(0.75)]
}

/** Runs all sides in each round, each of them first as often as the others; what they measured, by round and side. */
export async function inTurns(rounds: number, sides: readonly (() => Promise<number>)[]): Promise<number[][]> {
  const measured: number[][] = []
  for (let round = 0; round < rounds; round++) {
    const figures: number[] = []
    for (let step = 0; step < sides.length; step++) {
      const index = (round + step) % sides.length
      figures[index] = (await sides[index]?.()) ?? Number.NaN
    }
    measured.push(figures)
  }
  return measured
}

export interface Verdict {
  what: string
  ratios: readonly number[]
  /** The bench fails beyond it. */
  gate?: number
  aim?: number
  /** 'most': larger is better. Left out: smaller is. */
  wants?: 'least' | 'most'
}

/** A run whose ratios differ this much among themselves says nothing. */
const widest = 0.3

/** Prints the median of the ratios, and sets the exit code: 1 beyond the gate, 2 where the run is void. */
export function verdict({ what, ratios, gate, aim, wants = 'least' }: Verdict): void {
  const [low, median, high] = quartiles(ratios)
  const sign = wants === 'least' ? '≤' : '≥'
  const fits = (limit: number) => (wants === 'least' ? median <= limit : median >= limit)
  const limit = (name: string, value: number | undefined) =>
    value === undefined ? '' : `; ${name} ${sign} ${value}: ${fits(value) ? 'reached' : 'missed'}`
  const quarters = `quartiles ${low.toFixed(3)} to ${high.toFixed(3)} of ${ratios.length} rounds`
  console.log(`${what}: ×${median.toFixed(3)} (${quarters})${limit('gate', gate)}${limit('aim', aim)}`)
  const spread = (high - low) / median
  if (spread > widest) {
    console.log(`VOID: quartiles ${Math.round(spread * 100)} % apart. Run it on a quieter machine.`)
    process.exitCode = 2
  } else if (gate !== undefined && !fits(gate)) process.exitCode = 1
}

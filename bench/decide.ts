// One decision, against its floor and its peers: 4 roles × 42 permissions, the same 4,096 questions for each engine,
// blocks of all engines interleaved in one run. Printed are medians of the ratios of neighbouring blocks. What the figures
// mean for the design is in docs/decisions/0003-grants.md.
import { engines, type Pass } from './decide-engines.ts'
import { allowed, count } from './decide-questions.ts'

const blocks = 120
/** A busy machine takes its time to compile; a block that runs before that measures the interpreter. */
const warmUp = 200
/** Long enough for the clock, short enough that neighbours share the machine's mood. */
const blockNs = 2_000_000

const passes = Object.entries(engines)
const rounds = new Map(passes.map(([name, pass]) => [name, roundsFor(pass)]))
const samples = new Map(passes.map(([name]) => [name, [] as number[]]))

for (let block = 0; block < warmUp + blocks; block++) {
  // Each engine comes first, second … last equally often.
  const order = [...passes.slice(block % passes.length), ...passes.slice(0, block % passes.length)]
  for (const [name, pass] of order) {
    const ns = measure(name, pass, rounds.get(name) ?? 1)
    if (block >= warmUp) samples.get(name)?.push(ns)
  }
}

const of = (name: string) => samples.get(name) ?? []
console.log(
  `${passes.length} engines, ${blocks} interleaved blocks each, ${count} questions a pass, Node ${process.version}`,
)
for (const [name] of passes)
  console.log(`  ${name.padEnd(20)} ${median(of(name)).toFixed(1).padStart(7)} ns a decision`)
console.log('ratios (median of block ratios, and the middle half of them):')
print('can, by its bit / inlined bitmask', ratios('can, by its bit', 'inlined bitmask'), 'aim ≤ 3')
print('can / inlined bitmask', ratios('can', 'inlined bitmask'))
print('can / bitmask by name', ratios('can', 'bitmask by name'))
print('Set.has / can', ratios('Set.has', 'can'))
print('CASL, cached / can, by its bit', ratios('CASL, cached', 'can, by its bit'), 'aim ≥ 7')
print('CASL, cached / can', ratios('CASL, cached', 'can'))
print('better-auth access / can', ratios('better-auth access', 'can'))

function measure(name: string, pass: Pass, times: number): number {
  let answered = 0
  const start = process.hrtime.bigint()
  for (let i = 0; i < times; i++) answered += pass()
  const ns = Number(process.hrtime.bigint() - start)
  if (answered !== allowed * times) throw new Error(`${name} allowed ${answered}, not ${allowed * times}`)
  return ns / (count * times)
}

function roundsFor(pass: Pass): number {
  for (let i = 0; i < 50; i++) pass()
  const start = process.hrtime.bigint()
  for (let i = 0; i < 10; i++) pass()
  return Math.max(1, Math.round(blockNs / (Number(process.hrtime.bigint() - start) / 10)))
}

function ratios(a: string, b: string): number[] {
  return of(a).map((ns, i) => ns / (of(b)[i] ?? Number.NaN))
}

function print(what: string, of: number[], aim = '') {
  const [low, high] = [quantile(of, 0.25), quantile(of, 0.75)]
  const text = `${median(of).toFixed(2)}× (${low.toFixed(2)}–${high.toFixed(2)})`
  console.log(`  ${what.padEnd(33)} ${text.padEnd(24)} ${aim}`.trimEnd())
}

function median(of: number[]): number {
  return quantile(of, 0.5)
}

function quantile(of: number[], at: number): number {
  const sorted = of.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * at)] ?? Number.NaN
}

// `npm run prove`: what takes too long for every day, each with its figures. `npm run prove -- NAME` runs one of them.
// Exits 1 where one does not hold.
import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The program of each proof, as one would type it in the checkout. */
const proofs: Record<string, readonly [file: string, ...args: string[]]> = {
  // Every account of three members, by every act of the table that says who may hand out what.
  model: [process.execPath, 'packages/permissions/check/main.ts', '--all'],
  // A new noun is its own folders and at most six lines elsewhere.
  noun: [process.execPath, 'tools/noun.ts'],
  // Several processes on one database, databases and networks that go away: what is promised in seconds.
  outages: ['vitest', 'run', '--project', 'prove'],
  // What could go wrong when two come at once, 200 times each, and five times as many broken inputs.
  races: ['vitest', 'run', '--project', 'database', 'race', 'join', 'expire'],
  fuzz: ['vitest', 'run', '--project', 'database', 'fuzz'],
  // On both engines, also what is every day asked of one.
  engines: ['vitest', 'run', '--project', 'database'],
  // Every change of the engine's code is noticed by a test.
  mutation: ['pnpm', '--filter', '@rolecall/permissions', 'mutate'],
}

/** How much of it, beside what `npm test` asks every day. */
const more = { RACE_TRIALS: '200', FUZZ_RUNS: '1000', TEST_ENGINES: 'both' }

function run([file, ...args]: readonly [string, ...string[]]): Promise<number> {
  const env = { ...process.env, ...more }
  const child = spawn(file, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${file}: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in proofs))
if (unknown.length > 0) {
  console.error(`There is no proof called ${unknown.join(', ')}. There are: ${Object.keys(proofs).join(', ')}.`)
  process.exit(2)
}

const lines: string[] = []
let failed = 0
for (const [name, program] of Object.entries(proofs)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`)
  const began = performance.now()
  const held = (await run(program)) === 0
  if (!held) failed++
  lines.push(`${held ? '✓' : '✗'} ${name} (${((performance.now() - began) / 1000).toFixed(0)} s)`)
}
console.log(`\n${lines.join('\n')}`)
process.exit(failed > 0 ? 1 : 0)

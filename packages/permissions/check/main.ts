import { fork } from 'node:child_process'
import { explore, type Figures, type Found, rolePairs, share, totalOf } from './explore.ts'
import { templates } from './model.ts'
import { places } from './property.ts'
import { Reckoning } from './reckoning.ts'
import { table } from './table.ts'

// `node packages/permissions/check/main.ts`: the fixed share, with what is too closed. `--all`: every account, in two
// processes (some eight minutes of processor time in all). Prints what it found and exits 1 if that is anything.

interface Answer {
  readonly accounts: number
  readonly acts: [string, Figures][]
  readonly examples: string[]
}

const processes = 2
const [mode, part] = process.argv.slice(2)
if (mode === '--part')
  process.send?.(
    run(
      rolePairs.filter((_pair, at) => at % processes === Number(part)),
      false,
    ),
  )
else await everything(mode === '--all')

async function everything(all: boolean): Promise<void> {
  const began = performance.now()
  const answers = all
    ? await Promise.all(Array.from({ length: processes }, (_, at) => inOwnProcess(at)))
    : [run(share, true)]
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  process.exitCode = print(answers, seconds) === 0 ? 0 : 1
}

function run(pairs: typeof rolePairs, refusedToo: boolean): Answer {
  const ask = new Reckoning(table)
  const examples: string[] = []
  const found = (what: Found) => {
    if (examples.length < 5) examples.push(told(what))
    return true
  }
  const acts = new Map<string, Figures>()
  let accounts = 0
  for (const [at, pair] of pairs.entries()) {
    const report = explore([pair], ask, { all: refusedToo, found })
    accounts += report.accounts
    for (const [act, figures] of report.acts) acts.set(act, sum(acts.get(act), figures))
    if (at % 16 === 15) {
      const { violations } = totalOf({ accounts, acts })
      const far = `${at + 1} of ${pairs.length} pairs of roles, ${accounts.toLocaleString('en')} accounts`
      console.log(`${far}, ${violations} violations`)
    }
  }
  return { accounts, acts: [...acts], examples }
}

function inOwnProcess(at: number): Promise<Answer> {
  const child = fork(import.meta.filename, ['--part', String(at)])
  return new Promise((resolve, reject) => {
    child.on('message', (answer) => resolve(answer as Answer))
    child.on('exit', (code) => reject(new Error(`A part of the check ended with ${code}`)))
  })
}

function sum(a: Figures | undefined, b: Figures): Figures {
  return {
    permitted: (a?.permitted ?? 0) + b.permitted,
    violations: (a?.violations ?? 0) + b.violations,
    safe: (a?.safe ?? 0) + b.safe,
    refused: (a?.refused ?? 0) + b.refused,
  }
}

/** @returns how many violations there are */
function print(answers: readonly Answer[], seconds: string): number {
  const acts = new Map<string, Figures>()
  for (const [act, figures] of answers.flatMap((one) => one.acts)) acts.set(act, sum(acts.get(act), figures))
  for (const [act, { permitted, violations, safe, refused }] of acts) {
    const closed = safe === 0 ? '' : `, ${((100 * refused) / safe).toFixed(1)} % of what is safe is refused`
    console.log(`  ${act}: ${permitted.toLocaleString('en')} permitted, ${violations} violations${closed}`)
  }
  const total = [...acts.values()].reduce((all, one) => sum(all, one))
  const accounts = answers.reduce((all, one) => all + one.accounts, 0)
  for (const example of answers.flatMap((one) => one.examples)) console.log(example)
  console.log(
    `model check: ${accounts.toLocaleString('en')} accounts, a chat in each of ${places.length} places, ${total.permitted.toLocaleString('en')} permitted acts, ${total.violations} violations, ${seconds} s`,
  )
  return total.violations
}

function told({ account, step, where }: Found): string {
  const seen = places.filter((_place, at) => (where & (1 << at)) !== 0)
  const roles = [account.roles, step.after.roles].map((some) => some.map((one) => templates[one]))
  return JSON.stringify({ act: step.act, roles, before: account.members, after: step.after.members, seen })
}

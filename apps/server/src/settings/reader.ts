import { Sentence } from '../sentence.ts'

/** What the operator wrote cannot be used; the message says what to write instead. */
export class SettingsError extends Sentence {}

export type Env = Readonly<Record<string, string | undefined>>

/** What is set under a name; an empty variable is none. */
export type Get = (name: string) => string | undefined

// Kubernetes tells every container of a service named "rolecall" by such names; the last two are the client's examples'
// and Vite's.
const foreign = /^ROLECALL_(SERVICE_|PORT(_\d+_|$)|TOKEN$|SERVER$)/

/**
 * Reads settings by name, and knows which names were asked for: `refuseUnknown` takes every other ROLECALL_* for a slip
 * of the pen, since a setting that does nothing is found out when it is needed.
 */
export function reader(env: Env): { get: Get; refuseUnknown(): void } {
  const asked = new Set<string>()
  return {
    get: (name) => {
      asked.add(name)
      return env[name]?.trim() || undefined
    },
    refuseUnknown: () => {
      const ours = [...asked].filter((name) => name.startsWith('ROLECALL_'))
      for (const name of Object.keys(env)) {
        if (!name.startsWith('ROLECALL_') || asked.has(name) || foreign.test(name)) continue
        const [meant] = ours.toSorted((a, b) => steps(a, name) - steps(b, name))
        const near = meant !== undefined && steps(meant, name) <= 3
        const hint = near ? `Did you mean ${meant}?` : `There are: ${ours.toSorted().join(', ')}.`
        throw new SettingsError(`There is no setting ${name}. ${hint} Correct its name, or take it away.`)
      }
    },
  }
}

/** How many letters have to be put in, taken out or changed to make one word of the other (Levenshtein). */
function steps(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] as number) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[to.length] as number
}

import type { Catalogue, Holding } from '@rolecall/permissions'
import { labelOf } from '../guard/deny.ts'
import { sayReach } from './reach.ts'
import { counted, listed } from './words.ts'

/** People and API tokens that can do less, or more, than before; and what each of these people may do and see, in that order. */
export interface Hit {
  members: readonly { name: string; gains: string[]; loses: string[] }[]
  tokens: readonly { name: string; owner: string; gains: string[]; loses: string[] }[]
  holdings: readonly { before: Holding; after: Holding }[]
  /** Of departments. */
  names: ReadonlyMap<string, string>
}

/** Who loses, who gains, who sees other chats, in sentences. */
export function effectLines(hit: Hit, catalogue: Catalogue): string[] {
  const people = hit.members.map(({ name, ...more }) => ({ ...more, who: name }))
  const bots = hit.tokens.map(({ name, owner, ...more }) => ({ ...more, who: `“${name}” of ${owner}` }))
  return [...sides(people, 'member', catalogue), ...sides(bots, 'API token', catalogue), ...reachLines(hit)]
}

/** What becomes of the chats that somebody sees; null: nothing. */
export function sayOtherReach(before: Holding, after: Holding, names: ReadonlyMap<string, string>): string | null {
  // Whoever sees no chats before or afterwards gains or loses them by permission.
  if (!before.opensRows || !after.opensRows) return null
  const [less, more] = [before.reach.covers(after.reach), after.reach.covers(before.reach)]
  if (less && more) return null
  return `${less ? 'fewer' : more ? 'more' : 'other'} chats: ${after.reach.all ? 'all of them' : sayReach(after.reach, names)}`
}

interface Side {
  who: string
  gains: string[]
  loses: string[]
}

const sides = (some: readonly Side[], noun: string, catalogue: Catalogue): string[] => [
  ...grouped(some, 'loses').map(
    ({ whos, names }) => `${subject(whos, noun, ['loses', 'lose'])} ${quoted(names, catalogue)}`,
  ),
  ...grouped(some, 'gains').map(
    ({ whos, names }) => `${subject(whos, noun, ['gains', 'gain'])} ${quoted(names, catalogue)}`,
  ),
]

/** Permissions that the same people lose (or gain) share a sentence. */
function grouped(some: readonly Side[], side: 'gains' | 'loses'): { whos: string[]; names: string[] }[] {
  const groups = new Map<string, { whos: string[]; names: string[] }>()
  for (const name of new Set(some.flatMap((one) => one[side]))) {
    const at = some.flatMap((one, n) => (one[side].includes(name) ? [n] : []))
    const group = groups.get(at.join()) ?? { whos: at.map((n) => some[n]?.who ?? ''), names: [] }
    group.names.push(name)
    groups.set(at.join(), group)
  }
  return [...groups.values()]
}

function reachLines({ holdings, names, members }: Hit): string[] {
  const groups = new Map<string, string[]>()
  for (const [n, { before, after }] of holdings.entries()) {
    const sentence = sayOtherReach(before, after, names)
    if (sentence !== null) groups.set(sentence, [...(groups.get(sentence) ?? []), members[n]?.name ?? ''])
  }
  return [...groups].map(([sentence, whos]) => `${subject(whos, 'member', ['sees', 'see'])} ${sentence}`)
}

const subject = (whos: readonly string[], noun: string, [one, many]: [string, string]): string =>
  whos.length === 1 ? `1 ${noun} (${whos[0]}) ${one}` : `${counted(whos.length, noun)} ${many}`

const quoted = (names: readonly string[], catalogue: Catalogue): string =>
  listed(
    names.map((name) => `“${labelOf(catalogue, name)}”`),
    'and',
    6,
  )

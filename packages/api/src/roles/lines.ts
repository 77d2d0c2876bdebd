import type { Catalogue, Holding } from '@rolecall/permissions'
import type { Blast } from '@rolecall/protocol'
import { labelOf } from '../deny.ts'
import { sayReach } from '../rows/reach.ts'
import { counted, listed } from '../rows/words.ts'

export interface Facts extends Omit<Blast, 'lines'> {
  /** What each member of `members`, in that order, may do and see before and after. */
  holdings: readonly { before: Holding; after: Holding }[]
  /** Of departments. */
  names: ReadonlyMap<string, string>
}

/** What a change of a role means, in sentences: who loses, who gains, who sees other chats, what grows from then on. */
export function linesOf(facts: Facts, catalogue: Catalogue): string[] {
  const { change, members, tokens, invites } = facts
  const people = members.map(({ name, ...more }) => ({ ...more, who: name }))
  const bots = tokens.map(({ name, owner, ...more }) => ({ ...more, who: `“${name}” of ${owner}` }))
  const lines = [
    ...(change.renamed ? [`The name “${change.renamed.from}” becomes “${change.renamed.to}”`] : []),
    ...sides(people, 'member', catalogue),
    ...sides(bots, 'API token', catalogue),
    ...reachLines(facts),
  ]
  const changes = change.gained.length + change.lost.length > 0 || change.scope !== null
  if (changes && members.length === 0) lines.push('Nothing changes for anybody on the team now')
  for (const key of change.full.on) lines.push(`Full Access to ${section(key, catalogue)}: also what it gains later`)
  for (const key of change.full.off)
    lines.push(`No Full Access to ${section(key, catalogue)}: what it gains later is not included`)
  if (changes && invites > 0)
    lines.push(`${counted(invites, 'open invitation')} ${invites === 1 ? 'gives' : 'give'} the role as it is then`)
  return lines
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

function reachLines({ holdings, names, members }: Facts): string[] {
  const groups = new Map<string, string[]>()
  for (const [n, { before, after }] of holdings.entries()) {
    const who = members[n]?.name ?? ''
    // Whoever sees no chats before or afterwards gains or loses them by permission.
    if (!before.opensRows || !after.opensRows) continue
    const [less, more] = [before.reach.covers(after.reach), after.reach.covers(before.reach)]
    if (less && more) continue
    const sentence = `${less ? 'fewer' : more ? 'more' : 'other'} chats: ${after.reach.all ? 'all of them' : sayReach(after.reach, names)}`
    groups.set(sentence, [...(groups.get(sentence) ?? []), who])
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

const section = (key: string, { sections }: Catalogue): string => sections.find((one) => one.key === key)?.label ?? key

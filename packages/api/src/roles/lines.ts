import type { Catalogue, Holding } from '@rolecall/permissions'
import type { Blast } from '@rolecall/protocol'
import { effectLines } from '../rows/effect-lines.ts'
import { counted } from '../rows/words.ts'

export interface Facts extends Omit<Blast, 'lines'> {
  /** What each member of `members`, in that order, may do and see before and after. */
  holdings: readonly { before: Holding; after: Holding }[]
  /** Of departments. */
  names: ReadonlyMap<string, string>
}

/** What a change of a role means, in sentences: who loses, who gains, who sees other chats, what grows from then on. */
export function linesOf(facts: Facts, catalogue: Catalogue): string[] {
  const { change, members, invites } = facts
  const lines = [
    ...(change.renamed ? [`The name “${change.renamed.from}” becomes “${change.renamed.to}”`] : []),
    ...effectLines(facts, catalogue),
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

const section = (key: string, { sections }: Catalogue): string => sections.find((one) => one.key === key)?.label ?? key

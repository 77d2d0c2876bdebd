import fc from 'fast-check'
import { brokenOf } from './broken.ts'
import { write } from './json.ts'
import type { Target } from './target.ts'
import { validOf } from './valid.ts'
import type { Words } from './words.ts'

/** Longer than this and HTTP itself refuses the address (16 kB of head), before any code of ours. */
const longest = 12_000

/** JSON texts for a door: about a third as its schema says, the rest spoilt. The same for the same seed. */
export function inputsFor(target: Target, words: Words, seed: number, count: number): string[] {
  const valid = validOf(target.shape, words)
  const { method } = target.request('')
  const input = fc.oneof(
    { weight: 3, arbitrary: target.fits('') ? fc.oneof(valid, fc.constant(undefined)) : valid },
    { weight: 7, arbitrary: brokenOf(valid, method === 'POST') },
  )
  const short = (text: string) => method === 'POST' || target.request(text).path.length < longest
  return fc.sample(input.map(write).filter(short), { seed, numRuns: count })
}

import fc from 'fast-check'
import { brokenOf, cornersOf } from './broken.ts'
import { write } from './json.ts'
import type { Target } from './target.ts'
import { validOf } from './valid.ts'
import type { Words } from './words.ts'

const keys = (input: unknown) => Object.keys(input as object).length

/** Longer than this and HTTP itself refuses the address (16 kB of head), before any code of ours. */
const longest = 12_000

/**
 * `count` JSON texts for a door, the same for the same seed: every corner of an input that says all it can, and by
 * chance for the rest, at least half, a third as the schema says and the others spoilt.
 */
export function inputsFor(target: Target, words: Words, seed: number, count: number): string[] {
  const valid = validOf(target.shape, words)
  const { method } = target.request('')
  const input = fc.oneof(
    { weight: 3, arbitrary: target.fits('') ? fc.oneof(valid, fc.constant(undefined)) : valid },
    { weight: 7, arbitrary: brokenOf(valid, method === 'POST') },
  )
  const short = (text: string) => method === 'POST' || target.request(text).path.length < longest
  const [fullest] = fc.sample(valid, { seed, numRuns: 100 }).toSorted((a, b) => keys(b) - keys(a))
  const corners = cornersOf(fullest)
    .map(write)
    .filter(short)
    .slice(0, count / 2)
  return [...corners, ...fc.sample(input.map(write).filter(short), { seed, numRuns: count - corners.length })]
}

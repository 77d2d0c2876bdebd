import { z } from 'zod'
import { storable } from '../rows/input.ts'

const yearMs = 366 * 86_400_000

/** When access ends by itself: in the future, and within a year, after which somebody should have thought of it again. */
export const until = z.iso
  .datetime({ precision: 3, error: 'not a time such as 2026-05-01T18:00:00.000Z' })
  .max(24)
  .refine((at) => Date.parse(at) > Date.now(), 'is over already')
  .refine((at) => Date.parse(at) < Date.now() + yearMs, 'is more than a year away')

/** Why, in a person's words: at most 1,000 UTF-16 units, line breaks and all; may be left empty. */
export const reason = z.string().max(1000).overwrite(storable).trim()

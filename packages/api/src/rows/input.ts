import { asciiDomain, emailAddress } from '@rolecall/protocol'
import { z } from 'zod'

// The words that inputs are made of. Everything is bounded, and nothing passes that PostgreSQL could not store:
// a NUL or half a surrogate pair would otherwise be an error from below, seen as our fault.

/** A UUID as crypto.randomUUID() writes it: lowercase, so that one id has one spelling. */
export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'not an id')

/** Half of a pair and NUL, which cannot be stored, become the sign for "no character": nobody sees them, to take them out. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd')

/** What a person wrote: at most 10,000 UTF-16 units, line breaks and all, with something in it. Never markup. */
export const body = z.string().max(10_000).overwrite(storable).regex(/\S/, 'is empty')

// Marks, format characters, fillers and the blank of Braille show nothing by themselves.
const shows = /[^\s\p{Mn}\p{Me}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u

/** One line of text such as a name or a tag, as it is kept: composed (NFC), single spaces, none around it, something to see. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'has characters that do not fit on a line')
    .overwrite((text) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim())
    .min(1, { error: 'is empty', abort: true })
    .max(max)
    .regex(shows, 'shows nothing: write at least one letter that can be seen')

/** Of somebody who signs in. */
export const email = z.email().max(254)

/** To write to: what a browser's own form takes, domains in any script included. */
export const address = z
  .string()
  .max(254)
  .overwrite((written) => asciiDomain(written.trim()))
  .regex(emailAddress, 'is not an email address')
  .max(254)

/** Search words as typed; the empty search is no search. */
export const search = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'has characters that do not fit on a line')
  .trim()

/** Rows of one page. */
export const limit = z.int().min(1).max(100).default(50)

/** For calls that take nothing: something is refused there like an unknown key elsewhere. */
export const nothing = z.strictObject({}).optional()

import { z } from 'zod'
import { address, body, id, storable } from '../rows/input.ts'

// What a visitor wrote is taken: they cannot be asked to find a character that nobody sees.

/** A visitor's name: on one line, whatever they pasted. */
const name = z
  .string()
  .max(200)
  .overwrite((text) =>
    storable(text)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  )
  .min(1)

/** What comes with a visitor's first message. */
export const first = z.strictObject({
  /** The account's id, as in the page's snippet. */
  account: id,
  /** The message's id, made once for each message: a retry with it, and with the same `secret`, is the same start. */
  id,
  body,
  name: name.optional(),
  email: address.optional(),
  /** `location.href`; only address and path are kept, and of a long one the beginning. */
  page: z
    .string()
    .max(65_536)
    .overwrite((text) => text.slice(0, 4096))
    .optional(),
  /** Whom the page says this is for, by the department's name. What is none of them is taken, and nothing follows. */
  department: z
    .string()
    .max(65_536)
    .overwrite((text) => storable(text).slice(0, 200))
    .optional(),
  /** 32 random bytes of the browser's own, base64url: needed for a retry to be answered. Without it the server makes one. */
  secret: z
    .string()
    .regex(/^[\w-]{43}$/, 'is not 32 bytes in base64url')
    .optional(),
})

export type First = z.infer<typeof first>

import { z } from 'zod'
import { body, email, id, line } from '../rows/input.ts'

/** What comes with a visitor's first message. */
export const first = z.strictObject({
  /** The account's id, as in the page's snippet. */
  account: id,
  /** The message's id, made once for each message: a retry with it, and with the same `secret`, is the same start. */
  id,
  body,
  name: line(200).optional(),
  email: email.optional(),
  /** `location.href`; only address and path are kept. */
  page: z.string().max(4096).optional(),
  /** 32 random bytes of the browser's own, base64url: needed for a retry to be answered. Without it the server makes one. */
  secret: z
    .string()
    .regex(/^[\w-]{43}$/, 'is not 32 bytes in base64url')
    .optional(),
})

export type First = z.infer<typeof first>

import type { NewEvent, Tx } from '@rolecall/db'
import type { Catalogue } from '@rolecall/permissions'
import { z } from 'zod'
import type { Sentence, Subject, Things } from '../work/history.ts'

/** What an order of whoever runs the server may do: it is above roles, but in the history like everybody. */
export interface OperatorContext {
  tx: Tx
  /** The account of the member that was named, whose turn is held. */
  accountId: string
  memberId: string
  email: string
  /** Who is written down as having done it. */
  author: { id: null; name: string }
  catalogue: Catalogue
  /** A link by which that member chooses a new password, good for an hour. */
  passwordLink(): Promise<string>
  emit(...events: NewEvent[]): void
  audit<D extends object>(sentence: Sentence<D>, subject: Subject, detail: NoInfer<D>, things?: Things): Promise<void>
}

export interface Order<in I, out R> {
  /** What is asked for, as it came. @throws {z.ZodError} */
  readonly read: (input: unknown) => unknown
  // Properties: as methods they would take the input of another order too.
  readonly run: (ctx: OperatorContext, input: I) => Promise<R>
}

export type AnyOrder = Order<never, unknown>

/** An order: what it takes, beside the email of a member in whose account it is carried out, and what it does. */
export const order = <Schema extends z.ZodType, R>(
  input: Schema,
  run: (ctx: OperatorContext, input: z.infer<Schema>) => Promise<R>,
): Order<z.infer<Schema>, R> => ({ read: (given) => input.parse(given), run })

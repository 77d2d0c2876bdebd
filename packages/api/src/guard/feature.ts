import type { Section } from '@rolecall/permissions'
import type { AnyTRPCRouter } from '@trpc/server'
import type { Erase } from '../work/erase.ts'
import type { AnySentence } from '../work/history.ts'
import type { Job } from '../work/jobs.ts'
import type { Compose } from '../work/post.ts'
import type { AnyOrder } from './order.ts'
import type { Route } from './route.ts'

/** Kinds of news, each with who is told of it: whoever holds one of these permissions; null: every member. */
export type News = Readonly<Record<string, readonly string[] | null>>

/** What a noun is made of. Everything that lists nouns derives from this. */
export interface Parts {
  /** Its permissions, where the core does not have them (packages/permissions, names.ts): a later noun's, or a sibling's. */
  readonly section?: Section
  readonly router?: AnyTRPCRouter
  readonly routes?: readonly Route[]
  /** The sentences of its entries in the history (says.ts). */
  readonly audit?: Readonly<Record<string, AnySentence>>
  /** Calls that change something and write nothing into the history, with the reason in words. */
  readonly quiet?: Readonly<Record<string, string>>
  /** Made by `guard.news`. */
  readonly news?: News
  /** Run in an account when something comes due there. */
  readonly jobs?: Readonly<Record<string, Job>>
  /** How its letters are made when they are sent, by kind. */
  readonly letters?: Readonly<Record<string, Compose>>
  /** What whoever runs the server may ask for, by name. */
  readonly operator?: Readonly<Record<string, AnyOrder>>
  readonly erase?: Erase
}

export type Feature = Parts & { readonly name: string }

/** A noun of ours, or of a sibling app: its calls are `name.verb`. */
export const feature = <const Name extends string, const P extends Parts>(name: Name, parts: P) =>
  Object.freeze({ ...parts, name }) as Readonly<P> & { readonly name: Name }

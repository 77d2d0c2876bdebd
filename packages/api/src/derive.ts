import {
  type Catalogue,
  extend,
  catalogue as ours,
  type Permission,
  type PermissionOf,
  type Section,
} from '@rolecall/permissions'
import type { AnyTRPCRouter } from '@trpc/server'
import type { Feature, News } from './guard/feature.ts'
import type { Order } from './guard/order.ts'
import { router } from './guard/trpc.ts'
import type { AnySentence } from './work/history.ts'

// What follows from a list of features, for the types and when the server starts.

/** The routers by name, as they would be written by hand. */
export type RouterRecord<F extends readonly Feature[]> = {
  [One in Extract<F[number], { router: AnyTRPCRouter }> as One['name']]: One['router']
}

export type RouterOf<F extends readonly Feature[]> = ReturnType<typeof router<RouterRecord<F>>>

type VerbsOf<R> = R extends { _def: { record: infer Verbs } } ? Extract<keyof Verbs, string> : never
type RoutesOf<One> = One extends { routes: readonly { name: infer Name extends string }[] } ? Name : never
type CallsOfOne<One> = One extends { name: infer Name extends string; router: infer R }
  ? `${Name}.${VerbsOf<R>}` | RoutesOf<One>
  : RoutesOf<One>

/** The name of every procedure and route that features bring: what is a line for each of them does not compile without. */
export type CallsOf<F extends readonly Feature[]> = CallsOfOne<F[number]>

type OrdersOf<F extends readonly Feature[]> = Extract<F[number], { operator: object }>['operator']
type EachOf<Union> = Union extends unknown ? keyof Union : never
type OrderNamed<Orders, Verb extends PropertyKey> = Orders extends { readonly [V in Verb]: infer One } ? One : never

/** Every order of whoever runs the server, as a call: `setRole(email, { role: 'Agent' })`. */
export type OperatorOf<F extends readonly Feature[]> = {
  [Verb in EachOf<OrdersOf<F>>]: OrderNamed<OrdersOf<F>, Verb> extends Order<infer I, infer R>
    ? (email: string, input: I) => Promise<R>
    : never
}

type SectionsOf<F extends readonly Feature[]> = Extract<F[number], { section: Section }>['section']

/** Every permission there is: ours, and those of the sections that features bring. */
export type PermissionsOf<F extends readonly Feature[]> = Permission | PermissionOf<SectionsOf<F>>

/** The kinds of news there are. */
export type NewsOf<F extends readonly Feature[]> = Extract<EachOf<Extract<F[number], { news: News }>['news']>, string>

/** @throws when two features have one name */
export function routerOf<const F extends readonly Feature[]>(features: F): RouterOf<F> {
  const routers = features.flatMap(({ name, router }) => (router ? [[name, router] as const] : []))
  return router<RouterRecord<F>>(once('router', routers) as RouterRecord<F>)
}

/** Our own sections, and behind them those that features bring. */
export function catalogueOf(features: readonly Feature[]): Catalogue {
  const sections = features.flatMap(({ section }): Section[] => (section ? [section] : []))
  return sections.length === 0 ? ours : extend<readonly Section[], readonly Section[]>(ours, ...sections)
}

/** The sentences of the history, by action. */
export const sentencesOf = (features: readonly Feature[]): ReadonlyMap<string, AnySentence> =>
  new Map(features.flatMap(({ audit = {} }) => Object.values(audit).map((sentence) => [sentence.action, sentence])))

/** Who is told of which news. @throws when two features declare one kind */
export const newsOf = (features: readonly Feature[]): ReadonlyMap<string, readonly string[] | null> =>
  new Map(
    Object.entries(
      once(
        'kind of news',
        features.flatMap(({ news = {} }) => Object.entries(news)),
      ),
    ),
  )

/** The orders by name. @throws when two features have one of the same name */
export const ordersOf = (features: readonly Feature[]) =>
  once(
    'order',
    features.flatMap(({ operator = {} }) => Object.entries(operator)),
  )

/** How letters are made, by kind. @throws when two features declare one kind */
export const lettersOf = (features: readonly Feature[]) =>
  once(
    'kind of letter',
    features.flatMap(({ letters = {} }) => Object.entries(letters)),
  )

export const jobsOf = (features: readonly Feature[]) => features.flatMap(({ jobs = {} }) => Object.values(jobs))

export const erasersOf = (features: readonly Feature[]) => features.flatMap(({ erase }) => (erase ? [erase] : []))

function once<T>(what: string, entries: readonly (readonly [string, T])[]): Record<string, T> {
  const names = entries.map(([name]) => name)
  const twice = names.find((name, at) => names.indexOf(name) < at)
  if (twice !== undefined) throw new Error(`${twice}: two features bring a ${what} of this name`)
  return Object.fromEntries(entries)
}

import { type AuditEntry, audit, type Tx } from '@rolecall/db'

/** A permission's sentence in the catalogue, by its name. */
export type Label = (permission: string) => string

/**
 * One kind of entry in the history, and how it is told: in the past tense, without who did it, which stands beside.
 * `D` is what such an entry keeps: before and after, in short. Never message bodies or secrets.
 */
export interface Sentence<in D extends object> {
  /** The procedure's path: 'team.setRole'. */
  readonly action: string
  // A property: as a method it would take the detail of another sentence too.
  readonly tell: (detail: D, label: Label) => string
  /** The call that takes it back as a change of its own, checked like any other; null: nothing does. */
  readonly undo: (of: Kept) => Undo | null
}

/** A call of this server, as a client makes it. */
export interface Undo {
  call: string
  input: Readonly<Record<string, unknown>>
}

/** What was kept of an entry. */
export interface Kept {
  detail: Readonly<Record<string, unknown>>
  /** The id of what it was done to, or of what it names under a key; null: it does not say. */
  id: (key: string) => string | null
}

/** A sentence of whatever detail. Only the history tells it, from what was kept. */
export type AnySentence = Sentence<never>

type Teller = (detail: never, label: Label) => string
/** A sentence that looks at nothing keeps nothing: it would take any detail at all otherwise. */
type DetailOf<T extends Teller> = Parameters<T> extends [] ? Record<string, never> : Parameters<T>[0]

export type Sentences<T extends Record<string, Teller>> = {
  readonly [Verb in keyof T]: Sentence<DetailOf<T[Verb]>>
}

/**
 * The sentences of a noun, by verb. `renamed`: keys that entries of old have under another name, by that name. `undo`: how
 * those are taken back that can be.
 *
 * @example
 * export const says = sentences('switches', { setOnline: (d: { online: boolean }) => `Switched … ${onOff(d.online)}` })
 * await ctx.audit(says.setOnline, subject, { online })
 */
export function sentences<T extends Record<string, Teller>>(
  noun: string,
  tellers: T,
  renamed: Readonly<Record<string, string>> = {},
  undo: { readonly [Verb in keyof T]?: (of: Kept) => Undo | null } = {},
): Sentences<T> {
  const made = Object.entries(tellers).map(([verb, teller]): [string, AnySentence] => [
    verb,
    {
      action: `${noun}.${verb}`,
      tell: (detail, label) => teller(kept(detail, renamed) as never, label),
      undo: undo[verb] ?? (() => null),
    },
  ])
  return Object.fromEntries(made) as Sentences<T>
}

/** What a teller reads for a key that an entry does not have: types do not reach rows that were written long ago. */
export const unknown = '?'

function kept(detail: object, renamed: Readonly<Record<string, string>>): object {
  const now = {
    ...Object.fromEntries(Object.entries(detail).map(([key, one]) => [renamed[key] ?? key, one])),
    ...detail,
  }
  return new Proxy(now, { get: (all, key) => (Object.hasOwn(all, key) ? Reflect.get(all, key) : unknown) })
}

/** At the end of a sentence about somebody, or a department, that went: what of their chats did not become free. */
export function stayClosed(kept: number): string {
  if (!(kept > 0)) return ''
  return kept === 1
    ? '; 1 chat stays closed to all who did not see it'
    : `; ${kept} chats stay closed to all who did not see them`
}

/** Of a value that an old entry may not have. */
export const onOff = (value: unknown): string => (value === true ? 'on' : value === false ? 'off' : unknown)

export type Subject = AuditEntry['subject']

/** Something that an entry names beside its subject. `name`: where the detail does not have it; null: erased. */
export interface Thing {
  kind: string
  id: string
  name?: string | null
}

/** By the key of the detail under which the sentence reads it. */
export type Things = Readonly<Record<string, Thing>>

export interface Entry<D extends object> {
  actor: AuditEntry['actor']
  sentence: Sentence<D>
  subject: Subject
  detail: NoInfer<D>
  things?: Things
  from?: NonNullable<AuditEntry['from']>
}

interface Own {
  id: string
  name: string
  /** The caller's address. */
  ip: string
}

/** Of what a member does with themselves, or with their sessions: they are both who and whom. */
export const recordOwn = <D extends object>(
  tx: Tx,
  accountId: string,
  { id, name, ip }: Own,
  sentence: Sentence<D>,
  detail: NoInfer<D>,
): Promise<void> =>
  record(tx, accountId, {
    actor: { kind: 'member', id, name },
    sentence,
    subject: { kind: 'member', id },
    detail,
    from: { ip, token: null },
  })

/** Adds to the account's append-only log, in the transaction of the change. Members' calls do it by `ctx.audit`. */
export const record = <D extends object>(
  tx: Tx,
  accountId: string,
  { sentence, things = {}, ...entry }: Entry<D>,
): Promise<void> => audit(tx, accountId, { ...entry, action: sentence.action, names: namesOf(things, entry.detail) })

const namesOf = (things: Things, detail: object) =>
  Object.entries(things).map(([key, { kind, id, name = Reflect.get(detail, key) }]) => ({
    ...{ key, kind, id },
    name: typeof name === 'string' ? name : null,
  }))

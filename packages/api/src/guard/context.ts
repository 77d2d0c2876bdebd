import type { Database, EventRow, NewEvent, Tx } from '@rolecall/db'
import type { Catalogue } from '@rolecall/permissions'
import type { Due } from '../work/due.ts'
import type { Erase } from '../work/erase.ts'
import type { AnySentence, Sentence, Subject, Things } from '../work/history.ts'
import type { Hash } from '../work/password.ts'
import type { Post } from '../work/post.ts'
import type { Sightings } from '../work/sightings.ts'
import type { Together } from '../work/together.ts'
import type { Services } from '../work/transact.ts'
import type { Uses } from '../work/usage.ts'
import type { Actor, Credential } from './actor.ts'
import type { SessionCookie } from './cookie.ts'
import type { Door } from './door.ts'
import type { Fuse } from './fuse.ts'
import type { KeptKey } from './kept-key.ts'
import type { Meter } from './meter.ts'
import type { Scope } from './scope.ts'

/** What a running server is made of. Procedures never hold it: the guard does. */
export interface House extends Services {
  due: Due
  post: Post
  /** A link by which this login chooses a new password, good for an hour. */
  passwordLink(tx: Tx, userId: string): Promise<string>
  /** Ours, and the sections of sibling apps. */
  catalogue: Catalogue
  /** Every procedure and guarded route with its declaration. */
  doors: readonly Door[]
  /** How entries of the history are told, by action. */
  sentences: ReadonlyMap<string, AnySentence>
  /** What each noun does when a contact or a chat is erased. */
  erasers: readonly Erase[]
  cookie: SessionCookie
  /** Where browsers find this server, e.g. `https://chat.example.com`. */
  url: string
  uses: Uses
  sightings: Sightings
  /** null: calls are not counted. */
  meter: Meter | null
  fuse: Fuse
  together: Together
  hash: Hash
}

export const house: unique symbol = Symbol('house')

/** One request, before anybody knows who it is. */
export interface Context {
  requestId: string
  /** Address of the socket (or of the client, behind a proxy that the operator trusts). Never taken from a header otherwise. */
  ip: string
  /** The User-Agent header as sent: anything at all may be in it. */
  userAgent: string | undefined
  /** Of the page that calls: origin and path as far as its browser tells, or as far as a stranger wants us to believe. */
  page: string | null
  credential: Credential
  /** The Cookie header as sent. */
  cookie: string | undefined
  /** Cookies that the answer sets, ready to send. */
  cookies: string[]
  /** What is left of an allowance, where the answer says so. */
  rate?: { payer: string; quota: number; seconds: number; left: number }
  /** Seconds after which what was refused is worth trying again. */
  retryAfter?: number
  /** For the guard. A procedure reaches rows through the `tx` it is given. */
  [house]: House
}

interface Change {
  /** This call's transaction. It commits when the resolver returns and leaves no trace when it throws. */
  tx: Tx
  /** Events of this change: written to the outbox just before the commit, offered to the live streams just after. */
  emit(...events: NewEvent[]): Promise<void>
  /** Has the account looked at when something in it runs out (due.ts), by whichever process is running then. */
  due(at: Date): Promise<void>
  requestId: string
}

export interface MemberContext extends Change {
  actor: Actor
  scope: Scope
  /** Writes a letter of a kind that a feature declares, about something. Whether letters reach anybody. */
  letter(kind: string, about: string): Promise<boolean>
  /** Where browsers find this server. */
  url: string
  /** What there is to be allowed: the doors of this house, and the permissions they ask for. */
  doors: readonly Door[]
  catalogue: Catalogue
  sentences: House['sentences']
  news: House['news']
  /**
   * Has every noun, and the outbox, erase what they keep of a contact with these chats, or (null) of chats alone. They
   * are locked by the caller, who deletes them afterwards.
   */
  erase(contactId: string | null, chatIds: readonly string[]): Promise<void>
  /**
   * Writes to the append-only audit log, in the transaction of the change. `subject` is what it was done to; `things`, what
   * else it names.
   */
  audit<D extends object>(sentence: Sentence<D>, subject: Subject, detail: NoInfer<D>, things?: Things): Promise<void>
}

export interface VisitorContext extends Change {
  visitor: { accountId: string; contactId: string; chatId: string; name: string }
}

/** For the hot path: whoever holds it proves the key in the statement that writes. */
export interface KeyContext {
  key: { accountId: string; hash: string }
  database: Database
  /** Hands committed events to the live streams. */
  offer(accountId: string, rows: EventRow[]): Promise<void>
  requestId: string
}

export interface AnyoneContext extends Change {
  ip: string
  userAgent: string | undefined
  /**
   * Signs the calling browser in, once the transaction has committed. `verified`: the hash that a password was found to
   * match before this transaction. false: it is another one by now, or they are no active member.
   */
  signIn(userId: string, accountId: string, verified?: string): Promise<boolean>
  /** The visitor's key in this browser's cookie: nobody is let in by it. */
  kept: KeptKey
  catalogue: Catalogue
  /** Enters an account for the rest of the transaction; before that no tenant's row is visible. */
  enter(accountId: string): Promise<void>
}

/** For what takes long, such as hashing a password: it stands between transactions, and holds up nobody. */
export interface StepsContext {
  ip: string
  hash: Hash
  /** A transaction of its own. */
  open<T>(step: (ctx: AnyoneContext) => Promise<T>): Promise<T>
  /** A transaction that only reads, for all who ask this door for the same `what` while it waits to begin. */
  together<T>(what: string, step: (ctx: AnyoneContext) => Promise<T>): Promise<T>
  /** The widget asks from a page, where the browser says which. */
  sighted(accountId: string): void
}

import { can, type Reach } from '@rolecall/permissions'
import type { Actor } from './actor.ts'

// Not exported as a value, and with a private field: a Scope cannot be written down, nor copied with something changed.
class Granted {
  // biome-ignore lint/correctness/noUnusedPrivateClassMembers: it is what makes the type nominal
  declare private readonly granted: true
  readonly accountId: string
  readonly memberId: string
  /** Which chats besides their own. */
  readonly reach: Reach
  /** `contacts.details`: email, phone, IP, custom data. */
  readonly details: boolean
  /** `contacts.view`. */
  readonly contacts: boolean

  constructor({ accountId, memberId, now, token }: Actor) {
    const may = (permission: 'contacts.view' | 'contacts.details') =>
      can(now.grants, permission) && (token === null || can(token, permission))
    this.accountId = accountId
    this.memberId = memberId
    this.reach = now.reach
    this.details = may('contacts.details')
    this.contacts = may('contacts.view')
  }
}

/**
 * What rows an actor may reach. Every read of chats and contacts needs one (visible.ts), and only the guard makes it,
 * after its decision: an unscoped read does not compile.
 */
export type Scope = Granted

/** For the guard alone; the floors tool looks after that. */
export const scopeOf = (actor: Actor): Scope => new Granted(actor)

import { has } from '@rolecall/permissions'
import type { Actor } from './actor.ts'

declare const granted: unique symbol

/**
 * What rows an actor may reach. Every read of chats and contacts needs one (visible.ts), and only the guard makes it,
 * after its decision: an unscoped read does not compile.
 */
export interface Scope {
  readonly [granted]: true
  readonly accountId: string
  readonly memberId: string
  readonly departmentIds: readonly string[]
  readonly chats: 'all' | 'departments' | 'mine'
  readonly unassigned: boolean
  /** `contacts.details`: email, phone, IP, custom data. */
  readonly details: boolean
  /** `contacts.view`. */
  readonly contacts: boolean
}

/** For guard.ts alone; the floors tool looks after that. */
export function scopeOf(actor: Actor): Scope {
  const may = (permission: 'contacts.view' | 'contacts.details') =>
    has(actor.grants, permission) && (actor.token === null || has(actor.token, permission))
  return {
    accountId: actor.accountId,
    memberId: actor.memberId,
    departmentIds: actor.departmentIds,
    chats: actor.chatScope.chats,
    unassigned: actor.chatScope.unassigned,
    details: may('contacts.details'),
    contacts: may('contacts.view'),
  } as Scope
}

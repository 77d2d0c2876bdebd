import { decide, type Permission } from '@rolecall/permissions'
import { type Actor, askerOf } from './actor.ts'

/**
 * Whether the caller may also do this. For what a verb does on the side (a reply takes a free chat, a contact shows its
 * chats): nothing happens on the side that its author could not do outright.
 */
export const may = (actor: Actor, permission: Permission): boolean => decide(askerOf(actor), permission).allowed

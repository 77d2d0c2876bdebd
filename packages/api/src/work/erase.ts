import type { Gone, Tx } from '@rolecall/db'

/**
 * Erases what a noun keeps of a contact or of chats, beside the rows that go with them by themselves, in the transaction
 * in which they are deleted for good.
 */
export type Erase = (tx: Tx, gone: Gone) => Promise<void>

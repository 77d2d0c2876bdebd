import type { Tx } from '@rolecall/db'

/**
 * Erases what a noun keeps of a contact beside the rows that go with the contact's own, in the transaction in which it
 * is deleted for good.
 */
export type Erase = (tx: Tx, contact: { accountId: string; contactId: string }) => Promise<void>

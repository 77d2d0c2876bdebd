import type { Work } from './transact.ts'

/** What a noun does in an account in which something came due. It may come for somebody else: a job looks what is due. */
export type Job = (work: Work, accountId: string) => Promise<void>

import type { Generated } from 'kysely'
import type { CreatedAt, Instant } from '../column.ts'

export interface LettersTables {
  letter: LetterTable
}

/** A letter to be sent: written with the change that it tells of. Holds no address, word or secret: those are read and made when it is sent. */
export interface LetterTable {
  account_id: string
  id: string
  /** Which feature's letter, e.g. 'invite'. */
  kind: string
  /** What it is about, e.g. the invitation's id. */
  about: string
  /** 'needless': what it tells of is no longer so; 'unsendable': there is no mail server. */
  state: Generated<'waiting' | 'sent' | 'needless' | 'unsendable'>
  /** How often it was tried. */
  tries: Generated<number>
  /** What went wrong the last time, as the mail server's code, e.g. 'ECONNREFUSED' or '550'. */
  fault: string | null
  created_at: CreatedAt
  sent_at: Instant | null
}

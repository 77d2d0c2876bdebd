import type { CallName } from '@rolecall/api'
import type { Tx } from '@rolecall/db'

/** What the matrix knows of a call: typed by hand from the product text, it shares nothing with the code that enforces it. */
export interface Line {
  /** The permission that a member needs; 'member': any active member; 'visitor': the visitor's own key; 'anyone': no key at all. */
  who: string
  method: 'GET' | 'POST'
  /** Address of a plain route; left out: the tRPC path. */
  address?: string
  /** A valid input: whoever may make the call gets 200. */
  input?: (target: Target) => unknown
  /** Whether the input names a row of the account. */
  names?: true
  /** Makes a row that only this noun knows, under `target.ownId`. The others' are made by target.ts. */
  row?: (tx: Tx, target: Target) => Promise<unknown>
  /** Seniority decides too: who holds less than an Agent does not manage one. */
  junior?: true
  /** For every member, but not of everything: nobody asks for what they hold, or withdraws what another asked for. */
  own?: 'CONFLICT' | 'NOT_FOUND'
  /** A question that leaves an entry in the history: it gives out a copy. */
  entry?: true
  /** It opens with a secret, or with a row that a fresh account has none of: no input that is made up gets in. */
  closed?: true
}

export type Noun = CallName extends `${infer One}.${string}` ? One : never

type VerbOf<N extends Noun, Call = CallName> = Call extends `${N}.${infer Verb}` ? Verb : never

/** Of every verb of a noun. One that has no line does not compile. */
export type Lines<N extends Noun> = Readonly<Record<VerbOf<N>, Line>>

/** Rows made for one call, so that a call that succeeds takes nothing away from the next one. */
export interface Target {
  accountId: string
  contactId: string
  chatId: string
  /** The visitor's own key to that chat. */
  secret: string
  /** A member nobody else uses: an Agent, made an Agent again by team.setRole. */
  memberId: string
  roleId: string
  /** Somebody made for this call: an Agent, who has asked for reports.view and holds audit.view beside their role. */
  newcomerId: string
  requestId: string
  grantId: string
  /** A custom role made for this call: it grants nothing, nobody holds it, and it is in version 1. */
  customRoleId: string
  /** An open invitation to be an Agent, and a department that nobody belongs to; both made for this call. */
  inviteId: string
  departmentId: string
  /** Of what a noun makes by itself (`row`). */
  ownId: string
}

/** A name that no other role has. */
export const nameOf = (roleId: string) => `Made for one call ${roleId}`

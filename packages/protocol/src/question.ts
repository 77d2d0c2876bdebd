import type { Reach } from './reach.ts'
import type { ChatReach, Person, RoleChange } from './role.ts'

// What one asks about access, and about what it was (api: questions/).

/** Why somebody may: the role they hold, or what they were given beside it. */
export interface Because {
  kind: 'role' | 'full' | 'needed' | 'default' | 'extra'
  /** "Full Access to Inbox in the role Night shift", "given by Ana until 3 May". */
  text: string
  /** ISO time when it ends by itself. */
  until: string | null
}

export interface WhoCan {
  permission: string
  label: string
  roles: { id: string; name: string; custom: boolean; holderCount: number; because: Because }[]
  members: (Person & { role: string; status: 'active' | 'deactivated'; because: Because[] })[]
  tokens: { id: string; name: string; owner: Person }[]
}

export interface WhatCan {
  /** The address is for those who see the team (`team.view`). */
  member: Person & { email: string | null; status: 'active' | 'deactivated'; role: { id: string; name: string } }
  reach: Reach
  permissions: {
    name: string
    label: string
    section: string
    allowed: boolean
    because: Because[]
    /** Whether this member may give it to them for good, beside their role; null for who gives nothing. */
    give: { may: boolean; why: string | null } | null
  }[]
}

/** Why a member may not do something, and who could give it to them. */
export interface WhyNot {
  member: Person & { status: 'active' | 'deactivated'; role: Person }
  permission: { name: string; label: string }
  allowed: boolean
  givers: Person[]
}

/** From whom a member has a permission. */
export interface WhoGave {
  member: Person
  permission: { name: string; label: string }
  /** By their role; null: it does not have it. */
  role:
    | (Person & {
        /** How they came to the role; null: not recorded. */
        given: { by: string; at: string; joined: boolean } | null
        /** Since which version the role has it; null: as long as there is the role. */
        has: { version: number; by: string; at: string } | null
      })
    | null
  beside: { id: string; role: Person | null; by: string; since: string; until: string | null; reason: string }[]
}

/** A role as it was at an instant. */
export interface RoleThen {
  /** Since when it is recorded; null: nothing is. */
  since: string | null
  /** Deleted by now. */
  gone: boolean
  /** null: it is not known, or there was no such role yet. */
  was: {
    name: string
    version: number
    /** Who saved that version, and when; null: it is as it was made. */
    by: string | null
    at: string | null
    grants: string[]
    chats: ChatReach
    unassigned: boolean
  } | null
  /** From then to today; null: there is nothing to compare. */
  change: RoleChange | null
}

/** An API token: for whom it acts, and with which rights. */
export interface TokenOf {
  id: string
  name: string
  owner: Person & { status: 'active' | 'deactivated' }
  /** `works`: the owner may do it at this moment. */
  rights: { name: string; label: string; works: boolean }[]
  lastUsedAt: string | null
  until: string | null
}

/** Who sees, or saw, a chat or a contact. */
export interface WhoSees {
  /** null: now. */
  at: string | null
  /** Since when it is recorded where the chat stood and what members held. */
  since: string
  /** Whether `at` is within what is recorded; false: nobody is named. */
  known: boolean
  members: (Person & { role: string; because: string; gone: boolean })[]
}

import type { Person } from './role.ts'

/** What a member holds beside their role. */
export interface ExtraGrant {
  id: string
  member: Person
  /** One of the two: a single permission, or a role. */
  permission: { name: string; label: string } | null
  role: Person | null
  reason: string
  by: string
  since: string
  /** ISO time when it ends by itself; null: for good. */
  until: string | null
}

/** A line of Team Members. */
export interface Member {
  id: string
  name: string
  email: string
  status: 'active' | 'deactivated'
  role: { id: string; name: string; custom: boolean }
  departments: Person[]
  since: string
  /** How many things they hold beside their role. */
  extraCount: number
  /** Whether this member may manage them (change the role, deactivate, remove); the reason where not. */
  manage: { may: boolean; why: string | null }
  /** Whether they may change which departments the member is in; which of them, the server says of each. */
  place: { may: boolean; why: string | null }
  /** Not named to visitors. */
  hidden: boolean
}

export interface MemberPage {
  rows: Member[]
  /** Pass it as `after` for the next page; null: that was all. */
  next: string | null
  total: number
}

/** A member's own page. */
export interface MemberDetail extends Member {
  extra: ExtraGrant[]
  tokens: {
    id: string
    name: string
    hint: string
    /** What it was made for; `works`: its owner may do it at this moment, and so may it. */
    permissions: (Can & { works: boolean })[]
    lastUsedAt: string | null
    /** null: for good. */
    until: string | null
  }[]
  lastSeenAt: string | null
}

/** A permission as it is read, under the name of its section. */
export interface Can {
  name: string
  label: string
  section: string
}

/** What giving people another role would mean, before it is done. */
export interface Effect {
  members: (Person & {
    /** The role that they have. */
    from: string
    gains: Can[]
    loses: Can[]
    /** "fewer chats: only their own chats"; null: the same ones. */
    sees: string | null
    /** false: it holds for when they are back. */
    active: boolean
    /** Why the server would refuse it; null: it would not. */
    why: string | null
  })[]
  /** API tokens that can do less, or more, than before. */
  tokens: { id: string; name: string; owner: string; gains: Can[]; loses: Can[] }[]
  /** It makes somebody an Administrator. */
  raises: boolean
}

/** The answer to a change of people: of how many, and whether whoever did it may take it back as things stand then. */
export interface Put {
  changed: number
  undo: boolean
}

/** A role in a list to choose from. */
export interface RoleChoice {
  id: string
  name: string
  custom: boolean
  /** Whether this member may give it; the reason where not. */
  give: { may: boolean; why: string | null }
}

export interface Invite {
  id: string
  email: string
  role: Person
  departments: Person[]
  /** null: whoever invited them has left. */
  by: string | null
  at: string
  until: string
  status: 'open' | 'expired' | 'accepted' | 'revoked'
  /** Whether this member may send it again, which gives all that it gives; the reason where not. */
  resend: { may: boolean; why: string | null }
  revoke: { may: boolean; why: string | null }
}

/** The answer to an invitation made or sent again: the only time that the link is readable. */
export interface InviteLink {
  inviteId: string
  link: string
  until: string
  /** Whether a letter left too (a mail server is configured). */
  mailed: boolean
}

/** The answer to several at once: who was invited, and who was left out, with the reason. */
export interface Invited {
  made: (InviteLink & { email: string })[]
  left: { email: string; why: string }[]
}

/** What an invitation says to whoever opens its link. */
export interface Invitation {
  account: string
  role: string
  email: string
  by: string
  until: string
  /** This account has a login with this address already, of somebody who was on its team. Of other accounts it says nothing. */
  known: boolean
  /** The link is that of the letter, so whoever opens it reads the mail of this address. */
  letter: boolean
}

export interface Department {
  id: string
  name: string
  members: Person[]
  openChats: number
  /** Parts of addresses: a chat that begins on such a page waits here. */
  pages: string[]
}

export interface AccessRequest {
  id: string
  member: Person & { role: string }
  permission: { name: string; label: string; risk: 'low' | 'medium' | 'high' }
  reason: string
  status: 'open' | 'granted' | 'refused' | 'withdrawn'
  at: string
  decided: { by: string; at: string; answer: string | null } | null
  /** Whether this member may grant it; the reason where not. */
  grant: { may: boolean; why: string | null }
}

/** A line of the history. */
export interface AuditEntry {
  id: string
  at: string
  actor: { kind: 'member' | 'operator' | 'system'; id: string | null; name: string; gone: boolean }
  /** The procedure: `team.setRole`. */
  action: string
  /** In words: "Changed the role of Ana from Agent to Supervisor". */
  text: string
  /** The same piece by piece: what is named, as it was called then, and whether it is gone by now. */
  said: { text: string; of: { kind: string; id: string; gone: boolean } | null }[]
  subject: { kind: string; id: string | null; name: string | null; gone: boolean }
  /** What it tells beyond that, in words. */
  lines: string[]
  /** The call that takes it back, as a change of its own; null: it cannot be taken back. */
  undo: { call: string; input: Readonly<Record<string, unknown>> } | null
  detail?: unknown
  /** Where it came from: the address, and the API token by its name of then. */
  from: { ip: string | null; token: string | null }
}

/** Something that the history can be narrowed by. */
export interface HistoryName {
  kind: 'member' | 'role' | 'department'
  id: string
  name: string
  /** Removed or deleted: the name is that of then. */
  gone: boolean
}

export interface AuditPage {
  rows: AuditEntry[]
  next: string | null
  /** How far back it was looked through, where there is more: a search looks through so many entries at a time. */
  back: string | null
}

/** Which chats the holders of a role see. */
export type ChatReach = 'all' | 'departments' | 'mine'

/** What a role is made of. Names only; what they need comes along by itself. */
export interface RoleDraft {
  name: string
  /** Ticked one by one. A list of ticks does not grow. */
  permissions: string[]
  /** Sections with Full Access, which covers what the section gains later. */
  fullSections: string[]
  chats: ChatReach
  /** Also chats that nobody has yet. */
  unassigned: boolean
}

export interface Person {
  id: string
  name: string
}

/** A line of Roles & Permissions. */
export interface RoleSummary {
  id: string
  name: string
  /** What it is for, in its keepers' words; '': they have said nothing. */
  description: string
  /** Only a custom role can be edited. */
  custom: boolean
  version: number
  /** Above what the plan includes: works as it is, but nobody edits it or newly gets one. */
  locked: boolean
  /** Everything that it grants, needs and Full Access included, in the order of the catalogue. */
  grants: string[]
  fullSections: string[]
  chats: ChatReach
  unassigned: boolean
  holderCount: number
  /** The first few, for their avatars. */
  holders: Person[]
  /** Open invitations with this role. */
  inviteCount: number
}

export interface RoleList {
  roles: RoleSummary[]
  /** Custom roles: how many there are, and how many the plan includes (null: no limit). */
  allowance: { plan: 'basic' | 'pro' | 'unlimited'; used: number; allowed: number | null }
  /** Whether this member may make one now; the reason where not, and who can buy more where that would help. */
  create: { may: boolean; why: string | null; buyers: Person[] }
}

/** One role, with all who hold it. */
export interface RoleDetail extends RoleSummary {
  /** As ticked: without needs and without what Full Access covers. */
  permissions: string[]
  members: (Person & { status: 'active' | 'deactivated' })[]
  /** Addresses are for those who see the team (`team.view`). */
  invites: { id: string; email: string | null }[]
  /** Whether this member may edit it; the reason in a sentence where not. */
  edit: { may: boolean; why: string | null }
  /** Whether they may delete it: a locked role too, which is a way back to within the plan. */
  remove: { may: boolean; why: string | null }
  /** Permissions that this member may not hand out: locked in the editor. */
  beyond: string[]
}

/** What a change of a role means (RoleDiff of the permissions package, as it travels). */
export interface RoleChange {
  renamed: { from: string; to: string } | null
  gained: readonly string[]
  lost: readonly string[]
  full: { on: readonly string[]; off: readonly string[] }
  scope: {
    from: { chats: ChatReach; unassigned: boolean }
    to: { chats: ChatReach; unassigned: boolean }
  } | null
}

/** Who is hit by a change, before it is made. */
export interface Blast {
  change: RoleChange
  /** The difference in sentences: "3 members lose “Delete chats for good”". */
  lines: string[]
  members: (Person & { gains: string[]; loses: string[] })[]
  /** API tokens that can do less, or more, than before. */
  tokens: { id: string; name: string; owner: string; gains: string[]; loses: string[] }[]
  invites: number
}

/** A role as it was. Version 1 is how it was made. */
export interface RoleVersion {
  version: number
  at: string
  by: string
  draft: RoleDraft
  /** Against the version before; null for the first. */
  change: RoleChange | null
}

/** A role that is no more. Its versions are still to be read, and it can be restored. */
export interface DeletedRole {
  id: string
  name: string
  /** The last one. */
  version: number
  /** When and by whom it was deleted; null: it is not recorded. */
  at: string | null
  by: string | null
}

/** The catalogue as an editor shows it, sections of sibling apps included. */
export interface CatalogueSection {
  key: string
  label: string
  describes: string
  permissions: {
    name: string
    label: string
    describes: string
    risk: 'low' | 'medium' | 'high'
    needs: string[]
    /** Nothing asks for it yet: it opens nothing to whoever holds it. */
    idle: boolean
  }[]
}

/** A least-privilege hint, with the draft that would follow it. */
export interface Hint {
  /** The same for the same finding, so that one can be dismissed on the screen. */
  id: string
  kind: 'unused' | 'duplicate' | 'risky'
  role: Person & { custom: boolean }
  /** With a near-duplicate: the other one. */
  other: Person | null
  permissions: string[]
  /** In a sentence: what was found, and since when. */
  text: string
  /** What to save instead; null where it is only worth a look (a default role cannot be edited: the draft is a new role). */
  draft: RoleDraft | null
}

/** Roles as code. `rolecall roles export` writes it, `diff` and `apply` read it. */
export interface RolesDocument {
  $schema: string
  version: 1
  roles: {
    name: string
    /** What it is for; left out: as it is. */
    description?: string | undefined
    fullAccess: string[]
    permissions: string[]
    chats: ChatReach
    unassigned: boolean
  }[]
}

/** What applying a document would do, or has done. */
export interface RolesPlan {
  applied: boolean
  /** Of the state it was worked out against: send it along to apply exactly this. */
  digest: string
  create: { name: string; grants: string[] }[]
  edit: { roleId: string; name: string; blast: Blast }[]
  /** Custom roles that the document does not name. Only deleted with `prune`, and only while nobody holds them. */
  remove: { roleId: string; name: string; holderCount: number }[]
  lines: string[]
}

/** What another plan would mean for the custom roles. */
export interface PlanPreview {
  from: 'basic' | 'pro' | 'unlimited'
  to: 'basic' | 'pro' | 'unlimited'
  allowed: number | null
  used: number
  locks: { id: string; name: string; holderCount: number }[]
  unlocks: { id: string; name: string; holderCount: number }[]
}

/** The plan and what it includes. */
export interface BillingPlan {
  plan: 'basic' | 'pro' | 'unlimited'
  /** How many custom roles each includes; null: no limit. */
  plans: { plan: 'basic' | 'pro' | 'unlimited'; allowed: number | null }[]
  /** Custom roles that there are. */
  used: number
  mayChange: boolean
}

import type { Reach } from './reach.ts'

/** Who is signed in and what they may do, as the server sees it at this moment. */
export interface Session {
  member: { id: string; name: string; email: string; departmentIds: string[] }
  role: { id: string; name: string; custom: boolean }
  account: {
    /** Also the public key in the widget's snippet. */
    id: string
    name: string
    /** null: not theirs to see (`billing.view`). */
    plan: 'basic' | 'pro' | 'unlimited' | null
    online: boolean
    widgetShown: boolean
    timeZone: string
  }
  /** Names of the permissions held (already narrowed by an API token, if one is used). */
  permissions: string[]
  reach: Reach
  /** Held beside the role: one more permission, or what another role may do; `endsAt` null: for good. */
  extra: { permission: string | null; role: string | null; endsAt: string | null }[]
  /** The role that this page is looked at through; nothing is changed meanwhile. */
  preview: string | null
  /** tRPC paths (and guarded routes, such as `contacts.export`) that this member may call. */
  procedures: string[]
  /** Id of the account's newest event when this was read; open the live stream after it. */
  event: number
}

/** Why a permission is missing, and who can help. */
export interface Why {
  permission: string
  label: string
  allowed: boolean
  role: string
  /** Active members who hold the permission and may change this member's role. */
  granters: { id: string; name: string }[]
}

/** An account that somebody works in, and their role there. */
export interface Place {
  /** Who they are there: what one chooses and switches by. */
  memberId: string
  account: string
  role: string
}

/** A token by which a program acts for a member, as its owner sees it. */
export interface ApiToken {
  id: string
  name: string
  /** Its last characters, to recognise it by. */
  hint: string
  permissions: string[]
  /** When it was made. */
  at: string
  /** null: for good. */
  until: string | null
}

/** A role as `decide` needs it. */
export interface RoleRow {
  name: string
  preset: string | null
  permissions: string[]
  full_sections: string[]
  chat_scope: 'all' | 'departments' | 'mine'
  unassigned: boolean
}

/** What a member holds beside their role at this moment: one permission, or what another role may do. */
export interface ExtraRow {
  permission: string | null
  role: RoleRow | null
  /** ISO time; null: for good. */
  ends_at: string | null
}

/** A role, saved or not, or what a member holds, that somebody looks through. */
export interface PreviewRow extends RoleRow {
  /** As whom, in words. */
  label: string
  /** null: in those of whoever looks. */
  department_ids: string[] | null
  extra: ExtraRow[] | null
}

/** Who is asking, as the database has it at this moment: an active member, their role and their departments. */
export interface ActorRow {
  account_id: string
  member_id: string
  user_id: string
  name: string
  email: string
  role_id: string
  role_name: string
  preset: string | null
  permissions: string[]
  full_sections: string[]
  chat_scope: 'all' | 'departments' | 'mine'
  unassigned: boolean
  department_ids: string[]
  /** What the API token is limited to; null with a session. */
  token_permissions: string[] | null
  extra: ExtraRow[] | null
  /** What they look at the console through; null: nothing was asked for, or it has run out. */
  preview: PreviewRow | null
}

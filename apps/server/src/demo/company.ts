import type { Tx } from '@rolecall/db'

// The rest of the team, and what has happened to it. Everybody here is invented.

interface Saved {
  daysAgo: number
  by: string
  permissions: string[]
  full_sections: string[]
  chat_scope: 'all' | 'departments' | 'mine'
  unassigned: boolean
}

/** Custom roles as they were saved, the newest last. */
export const customRoles: Record<string, { versions: Saved[] }> = {
  'Night shift': {
    versions: [
      {
        daysAgo: 210,
        by: 'Ingrid Solberg',
        permissions: ['inbox.reply', 'inbox.assign', 'inbox.close', 'contacts.edit', 'replies.use'],
        full_sections: [],
        chat_scope: 'all',
        unassigned: true,
      },
      {
        daysAgo: 96,
        by: 'Ingrid Solberg',
        permissions: [
          'inbox.reply',
          'inbox.assign',
          'inbox.close',
          'contacts.details',
          'contacts.edit',
          'contacts.import',
          'replies.use',
        ],
        full_sections: ['notifications'],
        chat_scope: 'departments',
        unassigned: true,
      },
    ],
  },
  Auditor: {
    versions: [
      {
        daysAgo: 140,
        by: 'Ingrid Solberg',
        permissions: ['team.view', 'roles.view', 'audit.view', 'billing.view'],
        full_sections: ['reports'],
        chat_scope: 'all',
        unassigned: true,
      },
    ],
  },
  'Weekend crew': {
    versions: [
      {
        daysAgo: 61,
        by: 'Marcus Oyelaran',
        permissions: ['inbox.reply', 'inbox.assign', 'inbox.close', 'contacts.details', 'contacts.edit', 'replies.use'],
        full_sections: ['notifications'],
        chat_scope: 'departments',
        unassigned: true,
      },
    ],
  },
}

/** name, role, departments, days ago, and whether they have left since. */
export const colleagues: readonly (readonly [string, string, readonly string[], number, 'left'?])[] = [
  ['Amelie Fontaine', 'Administrator', [], 380],
  ['Kofi Mensah', 'Agent', ['Orders'], 300],
  ['Linnea Berg', 'Agent', ['Plant care', 'Orders'], 260],
  ['Tomás Rivera', 'Agent', ['Wholesale'], 190],
  ['Hana Suzuki', 'Night shift', ['Orders'], 180],
  ['Bartek Zielinski', 'Night shift', ['Plant care'], 150],
  ['Nadia Rahimi', 'Night shift', ['Orders', 'Plant care'], 90],
  ['Greta Lindholm', 'Auditor', [], 130],
  ['Samuel Adeyemi', 'Support', ['Plant care'], 75],
  ['Ines Carvalho', 'Weekend crew', ['Orders'], 55],
  ['Viktor Hansen', 'Support', ['Orders'], 240, 'left'],
]

export const invitations = [
  { email: 'rosa.delgado@example.com', role: 'Agent', department: 'Orders', daysAgo: 1 },
  { email: 'milan.novak@example.com', role: 'Night shift', department: 'Plant care', daysAgo: 12 },
] as const

export const requests = [
  {
    by: 'Linnea Berg',
    permission: 'reports.view',
    reason: 'I prepare the Monday meeting and need last week’s numbers.',
    hoursAgo: 3,
  },
  {
    by: 'Samuel Adeyemi',
    permission: 'inbox.delete',
    reason: 'There is a wave of spam at night and nobody there can remove it.',
    hoursAgo: 21,
  },
] as const

/** What the people of a role have made use of lately: the rest of it is a hint. */
export const used: Record<string, readonly string[]> = {
  'Night shift': ['inbox.view', 'inbox.reply', 'inbox.close', 'contacts.view', 'contacts.details', 'replies.use'],
  Auditor: ['reports.view', 'audit.view', 'roles.view'],
}

/** Access for a while that runs at the moment. */
export const lent = {
  to: 'Kofi Mensah',
  permission: 'contacts.export',
  reason: 'Address list for the autumn catalogue',
  by: 'Marcus Oyelaran',
  days: 3,
} as const

export const ago = (days: number): Date => new Date(Date.now() - days * 86_400_000)

/** What somebody did, as it would stand in the history. */
export async function remember(
  tx: Tx,
  account_id: string,
  entry: { by: string; action: string; kind: string; id: string | null; detail: unknown; at: Date },
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      account_id,
      actor_kind: 'member',
      actor_id: null,
      actor_name: entry.by,
      action: entry.action,
      subject_kind: entry.kind,
      subject_id: entry.id,
      detail: JSON.stringify(entry.detail),
      at: entry.at,
    })
    .execute()
}

export const words = {
  title: 'Roles & Permissions',
  lead: 'What each role may do. Every member has one; you give nobody more than you hold yourself.',
  role: 'Role',
  newRole: 'New role',
  loading: 'Loading…',
} as const

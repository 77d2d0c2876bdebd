export const words = {
  title: 'Team Members',
  lead: 'Who is on the team, in which role, and what they hold beside it.',
  member: 'Member',
  loading: 'Loading…',
} as const

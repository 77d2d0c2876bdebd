export const words = {
  title: 'Team Members',
  lead: 'Who is on the team, in which role, and what they hold beside it.',
  member: 'Member',
  invites: 'Invitations',
  invitesLead: 'Who has been asked to join, and has not come yet.',
  loading: 'Loading…',
} as const

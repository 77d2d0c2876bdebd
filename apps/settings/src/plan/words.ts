export const words = {
  title: 'Plan',
  lead: 'What your plan includes, and how much of it is used.',
  loading: 'Loading…',
} as const

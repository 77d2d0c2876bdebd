export const words = {
  title: 'History',
  lead: 'Who changed what, and when. Nothing here can be edited.',
  loading: 'Loading…',
} as const

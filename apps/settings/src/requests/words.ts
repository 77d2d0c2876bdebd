export const words = {
  title: 'Requests',
  lead: 'Members who ask for something their role does not include. You answer, for good or for a while.',
  loading: 'Loading…',
} as const

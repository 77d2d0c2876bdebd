export const words = {
  title: 'Roles as code',
  lead: 'All custom roles as one document, to keep beside your code, compare and apply.',
  loading: 'Loading…',
} as const

export const words = {
  title: 'Who can…?',
  lead: 'Pick a permission and see everybody who holds it, and why.',
  loading: 'Loading…',
} as const

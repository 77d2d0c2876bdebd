export const words = {
  title: 'Hints',
  lead: 'Where a role holds more than anybody needs.',
  loading: 'Loading…',
} as const

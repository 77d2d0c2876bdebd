import { words as common } from '../words.ts'

export const words = {
  ...common,

  title: 'Your profile',
  lead: 'What is yours to say, whatever your role.',
  visitors: 'What visitors see',
  visitorsLead: 'The widget names who is on the team, by first name. Whom you write to still reads your first name.',
  shown: 'Show me to visitors',
  nowShown: (on: boolean) => (on ? 'The widget may name you.' : 'The widget does not name you any more.'),
  tokens: 'API tokens',
  tokensLead:
    'Programs that act for you, each within its permissions and never beyond your role. Revoke what you do not know.',
  name: 'Name',
  hint: 'Ends in',
  permissions: 'May do',
  made: 'Made',
  until: 'Until',
  actions: 'Revoke',
  revoke: 'Revoke',
  revokeOf: (name: string) => `Revoke ${name}`,
  revokeTitle: (name: string) => `Revoke ${name}?`,
  revokeBody: 'Whatever program uses it is shut out at once. This cannot be undone; a new token has a new secret.',
  revokeYes: 'Revoke token',
  revoked: (name: string) => `${name} opens nothing any more.`,
  none: 'No token acts for you',
  noneBody: 'Whoever runs the server makes them, by the command rolecall tokens create.',
} as const

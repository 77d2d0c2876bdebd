import { words as common } from '../../words.ts'

export const words = {
  ...common,

  title: 'Roles as code',
  lead: 'All custom roles as one document, to keep beside your code, compare and apply.',
  now: 'As they are now',
  download: 'Download roles.json',
  bring: 'Bring a file',
  bringLead: 'First it is only worked out: you see what would change and for whom before anything does.',
  file: 'Choose a file',
  text: 'Document',
  prune: 'Also delete roles that the file does not name',
  pruneMore: 'Only where nobody holds them or is invited to them.',
  dry: 'Show what would change',
  plan: 'What would change',
  same: 'The roles are as the document says already.',
  apply: 'Apply',
  applied: 'The roles are as the document says now.',
  notJson: (why: string) => `This is not JSON: ${why}`,
  line: 'On the command line',
  commands: [
    'npm run -s rolecall -- roles export roles.json --member you@example.com',
    'npm run -s rolecall -- roles diff roles.json --member you@example.com',
    'npm run -s rolecall -- roles apply roles.json --member you@example.com --yes',
  ],
} as const

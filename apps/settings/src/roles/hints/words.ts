import { words as common } from '../../words.ts'

export const words = {
  ...common,

  title: 'Hints',
  lead: 'Where a role holds more than anybody needs. Nothing changes until you save it.',
  kinds: {
    risky: 'Together more than each by itself',
    unused: 'Not used for 90 days',
    duplicate: 'Nearly the same',
  },
  draft: 'Prepare a draft',
  begun: 'This role has unsaved changes: save or discard them first.',
  look: 'Open the role',
  other: (name: string) => `Open ${name}`,
  dismiss: 'Dismiss',
  dismissed: (count: number) => `Show ${count} dismissed`,
  none: 'Nothing to tidy up',
  noneBody: 'Every custom role is used, none hold risky pairs, and no two are nearly the same.',
} as const

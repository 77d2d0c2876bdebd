import { sentences } from '../work/history.ts'

export const says = sentences('setup', {
  create: () => 'Set up the account',
})

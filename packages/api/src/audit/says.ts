import { sentences } from '../work/history.ts'

export const says = sentences('audit', {
  export: () => 'Exported the history',
})

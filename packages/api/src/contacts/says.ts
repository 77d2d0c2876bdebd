import { sentences } from '../work/history.ts'

export const says = sentences('contacts', {
  export: () => 'Exported the contacts they see',
  delete: (d: { chats: number }) => `Deleted a contact and ${d.chats} chats for good`,
})

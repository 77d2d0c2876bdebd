import type { Lines, Target } from './line.ts'

const contact = ({ contactId }: Target) => ({ contactId })

export const contacts: Lines<'contacts'> = {
  list: { who: 'contacts.view', method: 'GET', input: () => ({ limit: 5 }) },
  get: { who: 'contacts.view', method: 'GET', names: true, input: contact },
  edit: {
    who: 'contacts.edit',
    method: 'POST',
    names: true,
    input: ({ contactId }) => ({ contactId, name: 'Renamed' }),
  },
  delete: { who: 'contacts.delete', method: 'POST', names: true, input: contact },
  export: { who: 'contacts.export', method: 'GET', address: '/contacts.csv', entry: true },
}

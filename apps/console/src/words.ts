// All words of the console. A sentence says what happened and what to do; a button says the action.
// Each page keeps its own beside its screens (inbox/words.ts, contacts/words.ts, reports/words.ts).

import { words as shared } from '@rolecall/ui'

export const words = {
  ...shared,

  nav: {
    label: 'Main',
    settings: 'Settings',
    waiting: { one: '{n} request for access waits', other: '{n} requests for access wait' },
    me: 'You',
  },

  switches: {
    label: 'Availability',
    online: 'Our team is online',
    widget: 'Widget is shown',
    onlineNow: 'Your team is online. Visitors can chat now.',
    offlineNow: 'Your team is offline. Visitors can leave a message.',
    widgetNow: 'The widget is shown on your site.',
    hiddenNow: 'The widget is hidden. Visitors see nothing.',
    undo: 'Undo',
  },

  palette: {
    ...shared.palette,
    turn: (label: string, on: boolean) => `${on ? 'Turn off' : 'Turn on'}: ${label}`,
  },

  facts: {
    email: 'Email',
    phone: 'Phone',
    ip: 'IP address',
    page: 'Page',
    device: 'Device',
    first: 'First seen',
    last: 'Last seen',
    tags: 'Tags',
    hidden: 'Hidden',
    masked: 'Email, phone, IP address and custom data are hidden: your role does not include contact details.',
    unknown: 'Not known',
  },
} as const

import type { DefaultRoleName } from '@rolecall/permissions'

// Everybody here is invented.

export const shop = {
  name: 'Fern & Kiln (demo)',
  color: '#2f6b4f',
  greeting: 'Hello! Ask us about plants, pots and parcels.',
  timeZone: 'Europe/Berlin',
}

/** A member of each default role. Nobody knows a password: the demo page signs people in. */
export const team: Record<DefaultRoleName, { name: string; departments: readonly string[] }> = {
  Administrator: { name: 'Ingrid Solberg', departments: [] },
  Supervisor: { name: 'Marcus Oyelaran', departments: ['Orders', 'Wholesale'] },
  Agent: { name: 'Priya Nair', departments: ['Orders'] },
  Support: { name: 'Tom Hallett', departments: ['Plant care'] },
}

export const departments = ['Orders', 'Plant care', 'Wholesale'] as const

/** name, email, phone, page, device, tags */
export type Person = readonly [string, string | null, string | null, string, string, readonly string[]]

export const people: readonly Person[] = [
  ['Maria Santos', 'maria.santos@example.com', '+351 910 555 014', '/cart', 'Safari on iPhone', ['returning']],
  ['Jonas Weber', 'jonas.weber@example.org', null, '/orders/FK-2093', 'Firefox on Windows', []],
  ['Amara Diallo', 'amara.d@example.net', null, '/pots/terracotta-24', 'Chrome on Android', []],
  ['Guest 481', null, null, '/plants/monstera', 'Chrome on Windows', []],
  ['Lena Hoffmann', 'lena@cafe-hoffmann.example', '+49 30 5550 1842', '/wholesale', 'Safari on Mac', ['wholesale']],
  ['Yusuf Karaca', 'yusuf.karaca@example.com', null, '/plants/olive-tree', 'Chrome on Mac', []],
  ['Sofie Lindqvist', 'sofie.l@example.se', '+46 70 555 0121', '/orders/FK-2101', 'Safari on iPhone', ['returning']],
  ['Daniel Okafor', 'd.okafor@example.com', null, '/gift-cards', 'Edge on Windows', []],
  ['Chiara Bianchi', 'chiara.bianchi@example.it', null, '/orders/FK-1988', 'Safari on iPad', []],
  ['Guest 502', null, null, '/shipping', 'Firefox on Linux', []],
  [
    'Noah Visser',
    'noah@studiovisser.example',
    '+31 6 5550 1288',
    '/wholesale',
    'Chrome on Mac',
    ['wholesale', 'architect'],
  ],
  ['Emily Carter', 'emily.carter@example.co.uk', null, '/plants/fiddle-leaf', 'Safari on iPhone', ['plant care']],
  ['Hiroshi Tanaka', 'h.tanaka@example.jp', null, '/pots/raku-bowl', 'Chrome on Mac', ['ceramics']],
  ['Ana Kovač', 'ana.kovac@example.hr', null, '/orders/FK-2077', 'Chrome on Android', []],
  ['Pierre Lambert', 'p.lambert@example.fr', '+33 6 55 50 12 90', '/plants/lavender', 'Firefox on Mac', ['returning']],
  ['Guest 377', null, null, '/', 'Chrome on Android', []],
  ['Fatima Zahra', 'fatima.z@example.ma', null, '/orders/FK-2058', 'Chrome on Windows', []],
  ['Oliver Brandt', 'oliver.brandt@example.de', null, '/plants/snake-plant', 'Firefox on Windows', ['plant care']],
  ['Grace Mwangi', 'grace.m@example.ke', null, '/workshops', 'Chrome on Android', ['workshop']],
  ['Mateusz Nowak', 'mateusz.nowak@example.pl', null, '/orders/FK-2110', 'Edge on Windows', []],
  ['Isabel Romero', 'isabel.romero@example.es', '+34 600 555 019', '/plants/orchid', 'Safari on Mac', ['plant care']],
  ['Kwame Boateng', 'kwame@greenroom.example', '+233 20 555 0144', '/wholesale', 'Chrome on Mac', ['wholesale']],
  ['Anneke de Boer', 'anneke.deboer@example.nl', null, '/newsletter', 'Safari on iPhone', ['newsletter']],
  ['Ravi Menon', 'ravi.menon@example.in', null, '/workshops', 'Chrome on Windows', ['newsletter', 'workshop']],
  ['Elsa Nyberg', 'elsa.nyberg@example.se', null, '/pots', 'Safari on Mac', ['newsletter']],
]

import type { Talk } from './talk.ts'

export const trade: readonly Talk[] = [
  {
    visitor: 'Lena Hoffmann',
    department: 'Wholesale',
    assignee: 'Supervisor',
    began: 95,
    lines: [
      ['visitor', 0, 'We open a second café in March and need about forty table plants. Do you have trade prices?'],
      [
        'Supervisor',
        8,
        'Congratulations! Yes, from twenty plants. Should they survive being forgotten over a weekend?',
      ],
      ['visitor', 3, 'Preferably over a whole week, knowing us.'],
      [
        'Supervisor',
        6,
        'Then I suggest ten each of pothos, peperomia, ZZ and snake plant. I will send you an offer today.',
      ],
      ['visitor', 22, 'Could the pots be the grey ones from the window of your shop?'],
    ],
  },
  {
    visitor: 'Noah Visser',
    department: 'Wholesale',
    assignee: 'Supervisor',
    began: [2, '10:44'],
    lines: [
      ['visitor', 0, 'For an atrium I am looking for six trees of about three metres. Is that something you do?'],
      ['Supervisor', 14, 'With six weeks of notice, yes. How much light is there at noon?'],
      ['visitor', 31, 'A glass roof, but it is shaded from one o’clock.'],
      ['Supervisor', 9, 'Ficus or bucida, then. I would like to measure the light before I promise anything.'],
      ['note by Supervisor', 2, 'Visit on Thursday at 11. Take the lux meter.'],
      ['visitor', 50, 'Thursday suits us.'],
    ],
  },
  {
    visitor: 'Kwame Boateng',
    department: 'Wholesale',
    assignee: 'Supervisor',
    closed: true,
    began: [8, '12:15'],
    lines: [
      ['visitor', 0, 'Do you sell the raku glaze by the kilo to other studios?'],
      ['Supervisor', 25, 'Not as a rule, but our supplier does. Shall I put you in touch?'],
      ['visitor', 4, 'Please do!'],
      ['Supervisor', 5, 'Done, you are both in copy of a mail. Say hello from us.'],
    ],
  },
  {
    visitor: 'Hiroshi Tanaka',
    department: 'Wholesale',
    assignee: 'Administrator',
    closed: true,
    began: [14, '09:33'],
    lines: [
      ['visitor', 0, 'May I show photographs of your raku bowls in an article about small kilns?'],
      ['Administrator', 47, 'With pleasure. Name the potter, Ida Holm, and we are happy to send you larger files.'],
      ['visitor', 8, 'Thank you, I will send the draft before it is printed.'],
    ],
  },
  {
    visitor: 'Grace Mwangi',
    department: 'Orders',
    assignee: 'Agent',
    closed: true,
    began: [18, '17:08'],
    lines: [
      ['visitor', 0, 'Is there a place left in the throwing workshop on the 12th? I have never touched clay.'],
      ['Agent', 5, 'Two places, and it is made for beginners. Bring clothes that may get dirty.'],
      ['visitor', 2, 'Booked!'],
    ],
  },
]

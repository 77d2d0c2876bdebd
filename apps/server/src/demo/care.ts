import type { Talk } from './talk.ts'

export const care: readonly Talk[] = [
  {
    visitor: 'Guest 481',
    began: 14,
    lines: [
      ['visitor', 0, 'My monstera drops water from the tips of its leaves in the morning. Is it ill?'],
      ['visitor', 1, 'It stands two metres from a window to the north.'],
    ],
  },
  {
    visitor: 'Emily Carter',
    department: 'Plant care',
    assignee: 'Support',
    began: 58,
    lines: [
      ['visitor', 0, 'The fiddle leaf fig I bought in spring has brown spots on the lower leaves.'],
      ['Support', 5, 'Hello Emily! Are the spots dry and crisp, or dark and soft?'],
      ['visitor', 7, 'Dark and a bit soft, in the middle of the leaf.'],
      ['Support', 4, 'That sounds like too much water. How often does it get some, and how much?'],
      ['visitor', 12, 'Every Sunday, about half a litre. The pot has no saucer, now that you ask.'],
    ],
  },
  {
    visitor: 'Oliver Brandt',
    department: 'Plant care',
    assignee: 'Support',
    closed: true,
    began: [3, '18:02'],
    lines: [
      ['visitor', 0, 'How often do I water a snake plant in winter?'],
      ['Support', 2, 'Once a month is plenty; the soil should be dry all the way down first.'],
      ['visitor', 1, 'Less than I thought. Thanks.'],
    ],
  },
  {
    visitor: 'Isabel Romero',
    department: 'Plant care',
    assignee: 'Support',
    closed: true,
    began: [6, '11:26'],
    lines: [
      ['visitor', 0, 'All flowers have fallen off my orchid. Do I cut the stem?'],
      [
        'Support',
        9,
        'If it is still green, cut it just above the second knot from below: it may flower again from there.',
      ],
      ['visitor', 3, 'And when it is brown?'],
      ['Support', 2, 'Then cut it at the base, and give the plant a rest. New stems come with the cooler nights.'],
      ['visitor', 1, 'Thank you, very clear.'],
    ],
  },
  {
    visitor: 'Yusuf Karaca',
    department: 'Plant care',
    assignee: 'Agent',
    began: 190,
    lines: [
      ['visitor', 0, 'May the olive tree stay on the balcony in January? We get minus eight at worst.'],
      ['Support', 42, 'An old one in the ground may; in a pot the roots freeze first. Move it in below minus five.'],
      ['note by Support', 1, 'He might want one of the felt winter covers. Priya, do we have the large ones again?'],
      ['Agent', 15, 'We have large winter covers in stock again, if carrying it in is too much work.'],
    ],
  },
  {
    visitor: 'Pierre Lambert',
    department: 'Plant care',
    assignee: 'Support',
    closed: true,
    began: [9, '14:55'],
    lines: [
      ['visitor', 0, 'When do I prune lavender?'],
      ['Support', 3, 'In late summer, right after flowering, and never into the old wood.'],
      ['visitor', 2, 'Merci!'],
    ],
  },
  {
    visitor: 'Guest 377',
    department: 'Plant care',
    assignee: 'Support',
    closed: true,
    began: [16, '19:37'],
    lines: [
      ['visitor', 0, 'which plant survives an office without windows'],
      ['Support', 6, 'Honestly, none for ever. With a small plant lamp a ZZ plant does very well.'],
      ['visitor', 1, 'ok that is fair'],
    ],
  },
]

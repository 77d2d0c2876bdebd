import type { Talk } from './talk.ts'

export const orders: readonly Talk[] = [
  {
    visitor: 'Maria Santos',
    department: 'Orders',
    assignee: 'Agent',
    began: 26,
    lines: [
      ['visitor', 0, 'Hi! The invoice for my last order says 2 pots, but I bought 3.'],
      ['Agent', 3, 'Hello Maria, thank you for spotting that. Do you have the order number at hand?'],
      ['visitor', 2, 'FK-2117'],
      ['note by Agent', 4, 'Third pot was added after the invoice ran. Ask Marcus whether we may reissue it.'],
      ['visitor', 9, 'It is for my bookkeeping, so I would need it before Friday.'],
    ],
  },
  {
    visitor: 'Jonas Weber',
    department: 'Orders',
    began: 9,
    lines: [
      ['visitor', 0, 'Tracking for FK-2093 has said "in the depot" since Monday. Is the parcel lost?'],
      ['visitor', 4, 'There are live plants in it, so I am a bit worried.'],
    ],
  },
  {
    visitor: 'Amara Diallo',
    began: 3,
    lines: [['visitor', 0, 'Do the 24 cm terracotta pots have a drainage hole?']],
  },
  {
    visitor: 'Guest 502',
    began: 41,
    lines: [['visitor', 0, 'Do you ship to Norway, and who pays the customs?']],
  },
  {
    visitor: 'Sofie Lindqvist',
    department: 'Orders',
    assignee: 'Agent',
    began: [1, '13:20'],
    lines: [
      ['visitor', 0, 'One of the two planters in FK-2101 arrived with a crack along the rim.'],
      ['Agent', 6, 'Oh no, I am sorry, Sofie. Could you describe how long the crack is?'],
      ['visitor', 5, 'About ten centimetres, and a small piece has come off.'],
      ['Agent', 4, 'That should not have passed our packing. I have put a new one aside; it leaves tomorrow morning.'],
      ['visitor', 2, 'Wonderful, thank you! Shall I send the broken one back?'],
      ['Agent', 3, 'No need. It makes good drainage shards for the next pot.'],
      ['visitor', 1, 'Ha, I like that.'],
    ],
  },
  {
    visitor: 'Daniel Okafor',
    department: 'Orders',
    assignee: 'Agent',
    closed: true,
    began: [2, '09:05'],
    lines: [
      ['visitor', 0, 'Can a gift card be used for a workshop as well?'],
      ['Agent', 2, 'Yes, for everything in the shop, workshops included. It is valid for three years.'],
      ['visitor', 1, 'Perfect, that was all.'],
    ],
  },
  {
    visitor: 'Chiara Bianchi',
    department: 'Orders',
    assignee: 'Supervisor',
    closed: true,
    began: [4, '15:41'],
    lines: [
      ['visitor', 0, 'I have waited two weeks for the refund of FK-1988.'],
      ['Agent', 11, 'I am sorry, Chiara. I can see the return arrived; let me ask my colleague about the payment.'],
      ['note by Agent', 1, 'Refund was booked to the old card. Marcus, can you release it again?'],
      [
        'Supervisor',
        38,
        'Hello Chiara, Marcus here. The first refund went to a card that has expired, so it came back to us.',
      ],
      [
        'Supervisor',
        1,
        'I have sent it again just now, to the account that you paid from. Two working days at the most.',
      ],
      ['visitor', 20, 'Thank you for sorting it out so quickly.'],
    ],
  },
  {
    visitor: 'Ana Kovač',
    department: 'Orders',
    assignee: 'Agent',
    closed: true,
    began: [7, '10:12'],
    lines: [
      ['visitor', 0, 'I typed the wrong house number for FK-2077, it should be 14, not 41.'],
      ['Agent', 4, 'Just in time: it is packed but still here. I have changed the label to 14.'],
      ['visitor', 1, 'You saved my week.'],
    ],
  },
  {
    visitor: 'Fatima Zahra',
    department: 'Orders',
    assignee: 'Agent',
    closed: true,
    began: [11, '16:30'],
    lines: [
      ['visitor', 0, 'Can I add a second fern to FK-2058 without paying for shipping twice?'],
      ['Agent', 7, 'Yes, while it has not left. I have added a payment link for the fern alone to your order page.'],
      ['visitor', 6, 'Paid. Thanks!'],
    ],
  },
  {
    visitor: 'Mateusz Nowak',
    department: 'Orders',
    assignee: 'Agent',
    closed: true,
    began: [13, '08:48'],
    lines: [
      ['visitor', 0, 'The discount code from the newsletter does not work.'],
      ['Agent', 3, 'It ended on Sunday, but you wrote within a day of it. I have taken the 10 % off FK-2110 by hand.'],
      ['visitor', 2, 'Very kind.'],
    ],
  },
]

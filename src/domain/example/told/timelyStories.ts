import type { Story } from './story';

/** Went with the employee who left; told only by those whom she mostly served. */
export const FOLLOWED: Story = {
  stated: ['little-attention'],
  real: ['manager-left', 'little-attention'],
  sure: 'likely',
  words: 'Elena always knew what I wanted before I said it.',
  whys: [
    'Nobody else asked how it should look.',
    'The others do not know my flat, my colours, my mother.',
    'Only Elena ever served me, and nothing was written down.',
  ],
  wish: 'Somebody who takes the time to get to know me.',
  severity: 3,
  human: true,
  competitor: 'The shop where Elena works now',
  staff: [
    { reasons: ['manager-left'], words: 'A client of Elena, from the first day.' },
    { reasons: ['price', 'manager-left'], words: 'Found us dear even when Elena was here.' },
  ],
  todo: 'Marta calls, introduces herself, and writes the wishes on the card.',
  chance: 40,
  cost: 2_500,
  minutes: 40,
  others: 'none',
  verdict: 'return-first',
};

/** Came when orders were still delivered in the order in which they had come in. */
export const LATE: Story = {
  stated: ['late-delivery'],
  real: ['late-delivery'],
  sure: 'sure',
  words: 'The flowers came at eleven. The guests had come at nine.',
  whys: [
    'The van was on another round.',
    'Orders go out in the order in which they come in.',
    'Nobody writes down the hour that was promised.',
  ],
  wish: 'Tell me an hour, and keep it.',
  severity: 4,
  human: false,
  competitor: '',
  staff: [
    { reasons: ['price'], words: 'Always talked the price down.' },
    { reasons: ['late-delivery', 'price'], words: 'Once we were late, yes.' },
  ],
  todo: 'Say that there are two fixed rounds now, and deliver the next order free of charge.',
  chance: 40,
  cost: 1_500,
  minutes: 30,
  others: 'good',
  verdict: 'return-first',
};

/** Went to the flower stand of the supermarket, once it was there. */
export const CHEAPER: Story = {
  stated: ['cheaper-rival'],
  real: ['cheaper-rival', 'partial-use'],
  sure: 'likely',
  words: 'The supermarket has bouquets at the till now, for half the money.',
  whys: ['It is on the way home.', 'For the kitchen table it is good enough.'],
  wish: 'A small bouquet for the kitchen table, ready to take along.',
  severity: 1,
  human: false,
  competitor: 'Supermarket at the corner',
  staff: [
    { reasons: ['cheaper-rival', 'price'], words: 'The supermarket, of course.' },
    { reasons: ['price'], words: '' },
  ],
  todo: 'Offer a small weekly bouquet at a fixed price.',
  chance: 30,
  cost: 1_000,
  minutes: 15,
  others: 'good',
  verdict: 'must-return',
};

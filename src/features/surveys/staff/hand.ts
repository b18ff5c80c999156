/** Stands in the address while the device goes from hand to hand; a number there is the question somebody answers. */
export const HAND = 'hand';

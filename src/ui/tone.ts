/** What a colour says. Never the only sign: a word or an icon always stands beside it. */
export type Tone = 'plain' | 'steady' | 'fresh' | 'asleep' | 'loss' | 'back';

/** Why a plan is proposed as it is: each has a sentence, `because.<code>`, and the rule of method.md it follows. */
export const BECAUSE = {
  'do-not-contact': '5.10',
  ended: '4.13',
  'lost-twice': '2.5',
  override: '2.5',
  'by-reason': '5.1',
  'own-playbook': '5.1',
  'like-reason': '5.1',
  'ask-first': '4.1',
  'mend-first': '5.6',
  pause: '2.6',
  soon: '2.6',
  'call-soon': '5.4',
  'visit-late': '5.4',
  'letter-late': '5.4',
  'in-person': '4.9',
  'best-in-person': '3.5',
  'small-by-message': '3.8',
  preferred: '5.10',
  unreachable: '5.4',
  'address-missing': '5.4',
  'several-tries': '5.2',
  'another-way': '5.2',
  'not-who-lost': '5.3',
  'who-they-like': '5.10',
  'who-knows': '6.6',
  head: '5.3',
  'head-serious': '4.9',
  'with-something': '5.5',
  'no-deadline': '5.5',
  ladder: '5.7',
  'gift-not-discount': '4.9',
  'value-not-discount': '4.13',
  'free-check': '4.13',
  'off-debt': '4.13',
  'keep-in-touch': '5.9',
  'gift-by-taste': '5.9',
  birthday: '5.10',
  wish: '5.10',
  aftercare: '5.11',
  pays: '5.13',
  'pays-not': '3.8',
} as const;

export type BecauseCode = keyof typeof BECAUSE;

/** A reason for the proposal, with the figures its sentence names. */
export interface Because {
  readonly code: BecauseCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export const because = (code: BecauseCode, params: Because['params'] = {}): Because => ({ code, params });

/** What a link of a given length can be used for. The Share dialog draws this table as a bar. */

export interface Budget {
  readonly kind: 'projector' | 'handout' | 'anywhere' | 'browser' | 'fragile';
  /** The longest whole address, origin included, that belongs here. */
  readonly lengthMax: number;
  readonly sentence: string;
}

/** From the smallest up. The first two are QR codes of version 6 and 15, level L. */
export const BUDGETS: readonly Budget[] = [
  {
    kind: 'projector',
    lengthMax: 134,
    sentence: 'Short enough for a QR code that the back row can scan from the projector.',
  },
  {
    kind: 'handout',
    lengthMax: 520,
    sentence: 'Short enough for a QR code on paper, printed at least 6 cm wide.',
  },
  {
    kind: 'anywhere',
    lengthMax: 1_800,
    sentence: 'Pastes anywhere, chat included; too long for a QR code.',
  },
  {
    kind: 'browser',
    lengthMax: 8_000,
    sentence: 'Works in browsers, e-mail and most course editors; some chats will cut it.',
  },
  {
    kind: 'fragile',
    lengthMax: 16_000,
    sentence: 'Works in a browser, but mail and chat may cut it; a file is safer.',
  },
];

/** Undefined when no link of this length should be written. */
export function budgetFor(length: number): Budget | undefined {
  return BUDGETS.find(({ lengthMax }) => length <= lengthMax);
}

/** The letters of tasks. */

const LETTERS = 26;
const FIRST = 65;
const MAIN_LETTER_INDEX = 12;

/** 0 A, 25 Z, 26 AA. When the main task has taken M, the others go from L to N. */
export function letterOf(ordinal: number, isMTaken: boolean): string {
  let rest = isMTaken && ordinal >= MAIN_LETTER_INDEX ? ordinal + 1 : ordinal;
  let letters = '';
  for (; rest >= 0; rest = Math.floor(rest / LETTERS) - 1)
    letters = String.fromCharCode(FIRST + (rest % LETTERS)) + letters;
  return letters;
}

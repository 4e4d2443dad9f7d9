/**
 * Whether the reader sees the run that the author saw. Both are named by their fingerprints: of the program and of the
 * trace, so that any change of either gives another. It is no reason to refuse: the program runs, and the page says so.
 */
import type { EngineStamp } from './scenario.ts';

export interface RunVerdict {
  /** `alone`: there is nothing to compare with. */
  readonly kind: 'alone' | 'same' | 'edited' | 'engine' | 'other';
  /** For people: what it is, and what to do. */
  readonly sentence: string;
}

interface Runs {
  /** What came with the link or the file. */
  readonly author: EngineStamp | null;
  readonly here: EngineStamp;
  /** The program differs from what was opened. */
  readonly isEdited: boolean;
  /** There is an original that others have too: a link, a file, the gallery. */
  readonly isShared: boolean;
}

const ADVICE = 'Its steps may differ: look for the moment yourself.';

export function runVerdict({ author, here, isEdited, isShared }: Runs): RunVerdict {
  const theirs = author === null || author.fingerprint === '' ? '' : shortFingerprint(author.fingerprint);
  if (isEdited && isShared) {
    const which = theirs === '' ? 'what was opened' : `the author's run ${theirs}`;
    return { kind: 'edited', sentence: `The program was edited, so this is not ${which}.` };
  }
  if (author === null || theirs === '') {
    return { kind: 'alone', sentence: 'Who has the same four digits sees the same run, step for step.' };
  }
  if (author.fingerprint === here.fingerprint) {
    return { kind: 'same', sentence: 'This is the same run that the author saw, step for step.' };
  }
  if (author.version !== here.version || author.python !== here.python) {
    return {
      kind: 'engine',
      sentence: `This is not the author's run ${theirs}, which version ${author.version} made with Python ${author.python} (here: ${here.version}, ${here.python}). ${ADVICE}`,
    };
  }
  return {
    kind: 'other',
    sentence: `This is not the author's run ${theirs}, though the program and the version are the same. ${ADVICE}`,
  };
}

/** Four digits are enough to be compared by eye, or called across a room. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 4);
}

/** Words that have much in common with another. CPython: Lib/difflib.py, get_close_matches and SequenceMatcher.ratio */

interface Wanted {
  readonly most: number;
  /** From 0 (nothing in common) to 1 (the same). */
  readonly nearnessMin: number;
}

/** The nearest first. */
export function closeMatches(word: string, candidates: readonly string[], { most, nearnessMin }: Wanted): string[] {
  return candidates
    .map((candidate) => ({ candidate, nearness: (2 * inCommon(candidate, word)) / (candidate.length + word.length) }))
    .filter(({ nearness }) => nearness >= nearnessMin)
    .sort((a, b) => b.nearness - a.nearness || (a.candidate < b.candidate ? 1 : -1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** How many characters lie in the longest common piece and, to its left and right, in theirs. */
function inCommon(a: string, b: string): number {
  let best = { a: 0, b: 0, size: 0 };
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      let size = 0;
      while (i + size < a.length && j + size < b.length && a[i + size] === b[j + size]) size++;
      if (size > best.size) best = { a: i, b: j, size };
    }
  }
  if (best.size === 0) return 0;
  const left = inCommon(a.slice(0, best.a), b.slice(0, best.b));
  return left + best.size + inCommon(a.slice(best.a + best.size), b.slice(best.b + best.size));
}

/** Which known name a misspelt one was probably meant to be. CPython: Python/suggestions.c, _Py_CalculateSuggestions. */

const CANDIDATES_MAX = 750;
const SIZE_MAX = 40;
const MOVE_COST = 2;
const CASE_COST = 1;

/** The name among `candidates` that `wrong` was probably meant to be; null when none is near. */
export function closestName(candidates: readonly string[], wrong: string): string | null {
  if (candidates.length > CANDIDATES_MAX || wrong.length > SIZE_MAX) return null;
  let bestDistance = Number.MAX_SAFE_INTEGER;
  let best: string | null = null;
  for (const candidate of candidates) {
    if (candidate === wrong) continue;
    // No more than a third of the characters may have to change, and only what beats the best counts.
    const most = Math.min(Math.floor(((candidate.length + wrong.length + 3) * MOVE_COST) / 6), bestDistance - 1);
    const distance = levenshtein(wrong, candidate, most);
    if (distance > most) continue;
    if (best === null || distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

function levenshtein(first: string, second: string, most: number): number {
  if (first === second) return 0;
  let [a, b] = withoutCommonEnds(first, second);
  if (a === '' || b === '') return MOVE_COST * (a.length + b.length);
  if (a.length > SIZE_MAX || b.length > SIZE_MAX) return most + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE_COST > most) return most + 1;
  const row = Array.from(a, (_, index) => (index + 1) * MOVE_COST);
  let result = 0;
  for (let i = 0; i < b.length; i++) {
    let distance = i * MOVE_COST;
    result = distance;
    let minimum = Number.MAX_SAFE_INTEGER;
    for (let j = 0; j < a.length; j++) {
      const substitute = distance + substitutionCost(b[i], a[j]);
      distance = row[j];
      result = Math.min(Math.min(result, distance) + MOVE_COST, substitute);
      row[j] = result;
      minimum = Math.min(minimum, result);
    }
    if (minimum > most) return most + 1;
  }
  return result;
}

function withoutCommonEnds(a: string, b: string): [string, string] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  return [a.slice(start, endA), b.slice(start, endB)];
}

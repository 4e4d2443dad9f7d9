/** What of a run is compared. */
import { normalise } from './programs.mjs';

/**
 * The lines before 'end'. What is finalised after it is printed in an order that nobody promises.
 *
 * @param {string} stdout
 */
export function shownLines(stdout) {
  // The oracle's C library words this otherwise than Linux.
  const lines = stdout
    .replaceAll("(68, 'Result not representable')", "(34, 'Numerical result out of range')")
    .split('\n');
  const end = lines.indexOf('end');
  return lines.slice(0, end === -1 ? -1 : end);
}

/**
 * Output and ending as one text.
 *
 * @param {import('./programs.mjs').Outcome} outcome
 */
export function shownOutput(outcome) {
  const { stdout, exception } = normalise(outcome);
  return `${shownLines(stdout).join('\n')}\n${exception}`;
}

/** What came of a run, as far as two runs are told apart by it. */
import { type Condition, OUTPUT_MAX, type Outcome } from '../../scenario/orders.ts';
import type { Ending } from '../../trace/ending.ts';

export function outcomeOf(ending: Ending, output: string): Outcome {
  return { ...endingOf(ending), output: output.slice(0, OUTPUT_MAX) };
}

function endingOf(ending: Ending): Pick<Outcome, 'ending' | 'words'> {
  switch (ending.kind) {
    case 'completed':
      return { ending: 'completed', words: ending.exitCode === 0 ? '' : `exit code ${ending.exitCode}` };
    case 'raised':
      return { ending: 'raised', words: ending.exception };
    case 'deadlock':
      return { ending: 'deadlock', words: ending.sentence };
    case 'limit':
      return { ending: 'limit', words: ending.sentence };
    case 'rejected':
      return { ending: 'raised', words: ending.diagnostics[0]?.message ?? '' };
    case 'stopped':
      return { ending: 'limit', words: 'stopped' };
    case 'crashed':
      return { ending: 'crashed', words: ending.message };
  }
}

/** The same for two outcomes that count as one. */
export function keyOf({ ending, output, words }: Outcome): string {
  return `${ending}\n${words}\n${output}`;
}

/** `usual`: what the first run gave. */
export function fulfils(condition: Condition, outcome: Outcome, usual: Outcome): boolean {
  const { ending, output, words } = outcome;
  switch (condition.kind) {
    case 'differs':
      return keyOf(outcome) !== keyOf(usual);
    case 'raises':
      return ending === 'raised' || output.includes('Traceback (most recent call last):');
    case 'assertion':
      return /^AssertionError\b/m.test(`${words}\n${output}`);
    case 'deadlock':
      return ending === 'deadlock';
    case 'prints':
      return output.includes(condition.text);
    case 'lacks':
      return !output.includes(condition.text);
  }
}

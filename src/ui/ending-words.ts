/** How a run ended, in a sentence. */
import type { FinalEnding } from '../store/run-state.ts';

export function endingSentence(ending: FinalEnding): string {
  switch (ending.kind) {
    case 'completed':
      return ending.exitCode === 0
        ? 'The program ran to its end.'
        : `The program ended with exit code ${ending.exitCode}.`;
    case 'raised':
      return `The program ended with an exception nobody caught: ${ending.exception}`;
    case 'deadlock':
      return ending.sentence.startsWith('Deadlock') ? ending.sentence : `Deadlock. ${ending.sentence}`;
    case 'limit':
      return ending.sentence.startsWith('Stopped') ? ending.sentence : `Stopped at a limit. ${ending.sentence}`;
    case 'stopped':
      return 'You stopped the run. What was recorded up to there can be looked at.';
  }
}

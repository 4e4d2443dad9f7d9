import { expect, test } from 'vitest';
import { traceFromText } from '../trace/from-text.ts';
import { worldAfter } from '../trace/trace.ts';
import { thingsAt } from './what-if.ts';

function offersAt(text: string): string[] {
  const trace = traceFromText(text);
  return thingsAt(worldAfter(trace, trace.length), 'main.py').map(
    ({ kind, name, offers }) => `${kind} ${name}: ${offers.map(({ word }) => word).join(', ')}`,
  );
}

const ALWAYS = ['program the terminal: Ctrl-C', 'process process main.py: Kill (SIGTERM), Kill -9 (SIGKILL)'];

test('a task can be cancelled or raised in as long as it lives', () => {
  const [first, ...rest] = ALWAYS;
  expect(offersAt('A c>-')).toEqual([first, 'task A: Cancel, Raise in it…', ...rest]);
  expect(offersAt('A c>$')).toEqual(ALWAYS);
});

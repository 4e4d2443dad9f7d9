import type { AuthoredExercise } from '../exercise.ts';
import main from './main.py?raw';

export const EXERCISE: AuthoredExercise = {
  place: 30,
  title: 'Stop the lost update',
  task: 'Three withdrawals of 60 in all, and 70 of 100 are left: two updates are lost. Let every withdrawal ask the bank and count, whatever the others do. The three must still be tasks of their own.',
  hint: 'Between the look at the balance and its change no other withdrawal may look. Or do not look so early.',
  shownBy: 'check-then-act',
  files: [{ name: 'main.py', text: main }],
  given: [],
  checks: [
    { says: 'The balance is right at the end.', kind: 'output', text: 'left: 40\n' },
    { says: 'No task acts on what it has checked before an await.', kind: 'noHazard', hazard: 'checkThenAct' },
    {
      says: 'The bank is asked three times.',
      kind: 'atLeast',
      event: { kind: 'coroutine.created', code: 'ask_the_bank' },
      times: 3,
    },
    { says: 'Three tasks withdraw.', kind: 'atLeast', event: { kind: 'task.created', code: 'withdraw' }, times: 3 },
    { says: 'It ends by itself.', kind: 'ending', as: 'completed' },
  ],
};

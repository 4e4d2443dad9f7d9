/** Says what happens without the reader having asked for it: a run ends, a link does not open. */
import { useEffect } from 'react';
import { selectIsHiding } from '../store/selectors.ts';
import { endingSentence } from './ending-words.ts';
import { useApp, useServices, useSession } from './services.ts';

export function useAnnouncements(): void {
  const run = useApp((state) => state.run);
  const problem = useSession((session) => session.linkProblem);
  const { store, voice } = useServices();
  useEffect(() => {
    // How it ends is not told while something of it is to be predicted.
    const isHiding = selectIsHiding(store.getState());
    if (run.phase === 'finished' && !isHiding)
      voice.say(`${endingSentence(run.ending)} ${run.trace.length} steps recorded.`);
    if (run.phase === 'rejected') {
      const [first] = run.diagnostics;
      if (first !== undefined) voice.say(`Line ${first.line}. ${first.type}: ${first.message}`);
    }
    if (run.phase === 'crashed') voice.say(`Loopscope made a mistake: ${run.message}`);
  }, [run, store, voice]);
  useEffect(() => {
    if (problem !== null) voice.say(problem);
  }, [problem, voice]);
}

/** Learn: questions on the way through a run, or its decisions to be taken once more. Beside the timeline, never over it. */
import { useEffect, useMemo, useState } from 'react';
import { type Role, rolesOf } from '../lesson/decisions.ts';
import { selectWholeTrace } from '../store/selectors.ts';
import { GamePanel, ROLE_WORDS } from './GamePanel.tsx';
import { LessonPanel } from './LessonPanel.tsx';
import { useLessons } from './lessons.ts';
import { useApp } from './services.ts';
import './learn.css';

const NONE: readonly Role[] = [];

export function LearnMode() {
  const { game, lesson } = useLessons();
  const run = useApp((state) => state.run);
  const trace = useApp(selectWholeTrace);
  const [wanted, setWanted] = useState<Role | null>(null);
  const isThere = run.phase === 'finished' || run.phase === 'crashed';
  const roles = useMemo(() => (isThere ? rolesOf(trace) : NONE), [isThere, trace]);
  const role = wanted !== null && roles.includes(wanted) ? wanted : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run is another game.
  useEffect(() => {
    if (role === null) {
      lesson.enter();
      return () => lesson.leave();
    }
    game.start(role);
    return () => game.stop();
  }, [role, trace, game, lesson]);
  return (
    <section className="learn" aria-labelledby="learn-title">
      <header className="pane-head">
        <h2 id="learn-title">Learn</h2>
        {roles.length === 0 ? null : (
          <fieldset className="learn-roles">
            <legend className="unseen">What you do</legend>
            {[null, ...roles].map((each) => (
              <button
                key={each ?? 'questions'}
                type="button"
                className="plain"
                aria-pressed={each === role}
                onClick={() => setWanted(each)}
              >
                {each === null ? 'Predict' : ROLE_WORDS[each].short}
              </button>
            ))}
          </fieldset>
        )}
      </header>
      <div className="learn-body">{role === null ? <LessonPanel /> : <GamePanel />}</div>
    </section>
  );
}

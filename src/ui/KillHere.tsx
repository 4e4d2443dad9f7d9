/** Kills what is chosen where the playhead is. */
import { actsAt } from '../lab/kill-points.ts';
import type { LabSetting } from '../scenario/lab/setting.ts';
import { killPointAt } from '../store/lab.ts';
import { selectIsStale, selectTrace } from '../store/selectors.ts';
import { VICTIM_WORDS } from './lab-words.ts';
import { useApp, useServices } from './services.ts';

export function KillHere({ setting: { victim } }: { readonly setting: LabSetting }) {
  const trace = useApp(selectTrace);
  const position = useApp((state) => state.position);
  const phase = useApp((state) => state.run.phase);
  const isStale = useApp(selectIsStale);
  const { session, voice } = useServices();
  if (victim === 'poison') return null;
  const point = phase === 'finished' && !isStale ? killPointAt(trace, victim, position) : null;
  return (
    <button
      type="button"
      className="lab-button"
      disabled={point === null}
      title={point === null ? `${VICTIM_WORDS[victim]} does not run at this step` : undefined}
      onClick={() => {
        if (point === null) return;
        session.repeat(actsAt(point, victim), position);
        voice.say(`Step ${position}: ${VICTIM_WORDS[victim]} is killed. Step on to see what follows.`);
      }}
    >
      {`Kill here, at step ${position}`}
    </button>
  );
}

/** The counters of the guarantee lab, and the button that has something killed everywhere. */
import { useEffect, useRef } from 'react';
import { FATES, type Tally, tallyOf } from '../lab/verdict.ts';
import type { LabSetting } from '../scenario/lab/setting.ts';
import type { Trial } from '../store/lab.ts';
import { BesideButton } from './BesideButton.tsx';
import { FateGlyph } from './FateGlyph.tsx';
import { Icon } from './Icon.tsx';
import { KillHere } from './KillHere.tsx';
import { FATE_WORDS, VICTIM_WORDS } from './lab-words.ts';
import { useLab } from './laboratory.ts';
import { useApp, useServices } from './services.ts';

interface LabCountsProps {
  readonly trial: Trial | undefined;
  readonly setting: LabSetting;
}

export function LabCounts({ setting, trial }: LabCountsProps) {
  const lab = useLab();
  const { store, voice } = useServices();
  const isEmptied = useApp((state) => state.scenario.files.length === 0);
  const phase = trial?.stage.phase ?? 'none';
  const isGoing = phase === 'running' || phase === 'surveying';
  const tally = tallyIn(trial);
  const before = useRef(phase);
  useEffect(() => {
    if (before.current === 'running' && phase === 'over' && tally !== null)
      voice.say(`All runs made: ${tallyText(tally)}.`);
    before.current = phase;
  }, [phase, tally, voice]);
  return (
    <div className="lab-counts">
      <div className="lab-buttons">
        <button
          type="button"
          className="run-button"
          data-called={!isGoing && phase !== 'over'}
          disabled={isEmptied || phase === 'over'}
          onClick={() => (isGoing ? lab.stop() : lab.begin(store.getState().scenario, setting.victim))}
        >
          <Icon name={isGoing ? 'stop' : 'play'} size={12} />
          {isGoing
            ? 'Stop'
            : setting.victim === 'poison'
              ? 'Try it'
              : `Kill ${VICTIM_WORDS[setting.victim]} everywhere`}
        </button>
        <KillHere setting={setting} />
        <BesideButton />
        <span className="soft figures">{progressText(trial, setting)}</span>
      </div>
      <table className="lab-table">
        <caption className="unseen">What became of the orders</caption>
        <thead>
          <tr>
            {FATES.map((fate) => (
              <th key={fate} scope="col" data-fate={fate}>
                <FateGlyph fate={fate} /> {FATE_WORDS[fate]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {FATES.map((fate) => (
              <td key={fate} className="figures" data-fate={fate} data-none={tally === null || tally[fate] === 0}>
                {tally === null ? '–' : tally[fate]}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** Of all runs that have been made. Null: of none. */
export function tallyIn(trial: Trial | undefined): Tally | null {
  if (trial === undefined || !('verdicts' in trial.stage)) return null;
  const { survey, verdicts } = trial.stage;
  const known = verdicts.filter((each) => each !== null);
  if (trial.victim === 'poison') return tallyOf([survey.verdict]);
  return known.length === 0 ? null : tallyOf(known);
}

export function tallyText(tally: Tally): string {
  return FATES.map((fate) => `${tally[fate]} ${FATE_WORDS[fate]}`).join(', ');
}

function progressText(trial: Trial | undefined, { victim }: LabSetting): string {
  if (trial === undefined)
    return victim === 'poison'
      ? 'Order 2 kills whoever works on it, each time.'
      : 'One run for every point where it matters, in the background.';
  const { stage } = trial;
  if (stage.phase === 'surveying') return 'A run without a kill comes first…';
  if (stage.phase === 'failed') return `This program could not be run. ${stage.message}`;
  const made = stage.verdicts.filter((each) => each !== null);
  const aside = [...made, ...(victim === 'poison' ? [stage.survey.verdict] : [])];
  const failed = aside.reduce((sum, each) => sum + (each?.failed ?? 0), 0);
  const dead = aside.reduce((sum, each) => sum + (each?.deadLettered ?? 0), 0);
  const runs = victim === 'poison' ? '1 run' : `${made.length} of ${stage.verdicts.length} runs`;
  const notes = [failed > 0 ? `${failed} marked FAILURE` : '', dead > 0 ? `${dead} dead letters` : ''];
  return [runs, ...notes].filter((part) => part !== '').join(', ');
}

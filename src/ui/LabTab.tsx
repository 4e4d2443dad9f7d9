/**
 * The guarantee lab: one program, a row of switches, and what becomes of its orders when something is killed, at every point of the run
 * where that matters. Each point can be opened: it is the same program with that kill.
 */
import { useStore } from 'zustand';
import { labScenario } from '../scenario/lab/program.ts';
import { fitting, type LabSetting, labSettingOf, SWITCHES } from '../scenario/lab/setting.ts';
import { trialOf } from '../store/lab.ts';
import { LabCounts } from './LabCounts.tsx';
import { LabStrip } from './LabStrip.tsx';
import { LabSwitches } from './LabSwitches.tsx';
import { LabTrials } from './LabTrials.tsx';
import { SWITCH_DOCS, SWITCH_NOTES, SWITCH_WORDS } from './lab-words.ts';
import { useLab } from './laboratory.ts';
import { useApp, useServices } from './services.ts';
import './lab.css';

export function LabTab() {
  const scenario = useApp((state) => state.scenario);
  const setting = labSettingOf(scenario);
  const { session, store } = useServices();
  const lab = useLab();
  const trials = useStore(lab, (state) => state.trials);
  if (setting === null) return null;
  const trial = trialOf(trials, scenario, setting.victim);
  const choose = (wanted: LabSetting) => {
    const isAtWork = trials.length > 0;
    const wasRun = store.getState().run.phase !== 'idle';
    const next = labScenario(fitting(wanted));
    session.openOwn(next);
    // Who has run one of them, or had them all tried, wants to see the next as well. Else nothing runs by itself.
    if (wasRun) session.run();
    if (isAtWork) lab.begin(next, fitting(wanted).victim);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className="lab" aria-label="Guarantee lab" tabIndex={0}>
      <LabSwitches setting={setting} onChoose={choose} />
      <LabCounts trial={trial} setting={setting} />
      <LabStrip trial={trial} />
      <LabTrials trials={trials} shown={trial} onChoose={choose} />
      <details className="lab-notes">
        <summary>What the switches do</summary>
        <dl>
          {SWITCHES.map((name) => (
            <div key={name}>
              <dt>
                <a href={SWITCH_DOCS[name]} target="_blank" rel="noopener noreferrer">
                  {SWITCH_WORDS[name]}
                  <span className="unseen"> in its documentation, in a new tab</span>
                </a>
              </dt>
              <dd>{SWITCH_NOTES[name]}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

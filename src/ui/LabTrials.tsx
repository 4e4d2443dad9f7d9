/** What has been tried in the guarantee lab so far: settings and their counters, one below the other. */
import { FATES, type Tally } from '../lab/verdict.ts';
import { type LabSetting, labSettingOf, SWITCHES } from '../scenario/lab/setting.ts';
import type { Trial } from '../store/lab.ts';
import { FateGlyph } from './FateGlyph.tsx';
import { tallyIn } from './LabCounts.tsx';
import { BROKER_WORDS, FATE_WORDS, SWITCH_WORDS, settingWords, VICTIM_WORDS } from './lab-words.ts';

interface LabTrialsProps {
  readonly trials: readonly Trial[];
  readonly shown: Trial | undefined;
  readonly onChoose: (setting: LabSetting) => void;
}

export function LabTrials({ onChoose, shown, trials }: LabTrialsProps) {
  const rows = trials.flatMap((trial) => {
    const [setting, tally] = [labSettingOf(trial.scenario), tallyIn(trial)];
    return setting === null || tally === null ? [] : [{ trial, setting, tally }];
  });
  if (rows.length < 2) return null;
  return (
    <div className="lab-tried">
      <table>
        <caption>Tried so far</caption>
        <thead>
          <tr>
            <th scope="col">Broker</th>
            <th scope="col">Killed</th>
            <th scope="col">Switches that are on</th>
            {FATES.map((fate) => (
              <th key={fate} scope="col" className="lab-number">
                <FateGlyph fate={fate} size={12} /> {FATE_WORDS[fate]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ setting, tally, trial }) => (
            <Row
              key={settingWords(setting)}
              setting={setting}
              tally={tally}
              isShown={trial === shown}
              onChoose={() => onChoose(setting)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly setting: LabSetting;
  readonly tally: Tally;
  readonly isShown: boolean;
  readonly onChoose: () => void;
}

function Row({ isShown, onChoose, setting, tally }: RowProps) {
  const { broker, on, victim } = setting;
  const switches = SWITCHES.filter((name) => on.includes(name)).map((name) => SWITCH_WORDS[name]);
  return (
    <tr data-shown={isShown}>
      <th scope="row">
        <button
          type="button"
          className="link"
          aria-current={isShown}
          aria-label={settingWords(setting)}
          onClick={onChoose}
        >
          {BROKER_WORDS[broker]}
        </button>
      </th>
      <td>{VICTIM_WORDS[victim]}</td>
      <td>{switches.length === 0 ? 'none' : switches.join(', ')}</td>
      {FATES.map((fate) => (
        <td key={fate} className="lab-number figures" data-fate={fate} data-none={tally[fate] === 0}>
          {tally[fate]}
        </td>
      ))}
    </tr>
  );
}

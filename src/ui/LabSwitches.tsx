/** What can be chosen in the guarantee lab: the broker, what is killed, and the switches that this broker has. */
import type { ReactNode } from 'react';
import {
  hasSwitch,
  hasVictim,
  LAB_BROKERS,
  type LabSetting,
  SWITCHES,
  type Switch,
  VICTIMS,
} from '../scenario/lab/setting.ts';
import { BROKER_WORDS, SWITCH_NOTES, SWITCH_WORDS, VICTIM_WORDS, WITHOUT_WORDS } from './lab-words.ts';

interface LabSwitchesProps {
  readonly setting: LabSetting;
  readonly onChoose: (setting: LabSetting) => void;
}

export function LabSwitches({ onChoose, setting }: LabSwitchesProps) {
  const { broker, on, victim } = setting;
  return (
    <div className="lab-choices">
      <Choice legend="Broker" name="lab-broker">
        {LAB_BROKERS.map((each) => (
          <Radio
            key={each}
            name="lab-broker"
            word={BROKER_WORDS[each]}
            isChosen={each === broker}
            onChoose={() => onChoose({ ...setting, broker: each })}
          />
        ))}
      </Choice>
      <Choice legend="Kill" name="lab-victim">
        {VICTIMS.filter((each) => hasVictim(broker, each)).map((each) => (
          <Radio
            key={each}
            name="lab-victim"
            word={VICTIM_WORDS[each]}
            isChosen={each === victim}
            onChoose={() => onChoose({ ...setting, victim: each })}
          />
        ))}
      </Choice>
      <Choice legend="Switches" name="lab-switches">
        {SWITCHES.map((each) => (
          <Toggle
            key={each}
            name={each}
            isOn={on.includes(each)}
            without={hasSwitch(broker, each) ? '' : WITHOUT_WORDS[broker]}
            onFlip={() =>
              onChoose({ ...setting, on: on.includes(each) ? on.filter((other) => other !== each) : [...on, each] })
            }
          />
        ))}
      </Choice>
    </div>
  );
}

function Choice({
  children,
  legend,
  name,
}: {
  readonly legend: string;
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="lab-choice" data-name={name}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

interface RadioProps {
  readonly name: string;
  readonly word: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Radio({ isChosen, name, onChoose, word }: RadioProps) {
  return (
    <label className="lab-radio">
      <input type="radio" className="unseen" name={name} checked={isChosen} onChange={onChoose} />
      {word}
    </label>
  );
}

interface ToggleProps {
  readonly name: Switch;
  readonly isOn: boolean;
  /** Why there is none; '' there is. */
  readonly without: string;
  readonly onFlip: () => void;
}

function Toggle({ isOn, name, onFlip, without }: ToggleProps) {
  const isMissing = without !== '';
  return (
    <button
      type="button"
      role="switch"
      className="lab-switch"
      aria-checked={isOn}
      aria-disabled={isMissing}
      aria-description={isMissing ? without : SWITCH_NOTES[name]}
      title={isMissing ? without : SWITCH_NOTES[name]}
      onClick={isMissing ? undefined : onFlip}
    >
      <span className="lab-knob" aria-hidden="true" />
      {SWITCH_WORDS[name]}
    </button>
  );
}

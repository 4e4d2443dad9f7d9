/** The sheet of keys, the switch that turns single keys off, what the states look like, and which modules there are. */
import { STATES } from '../viz/states.ts';
import { Dialog } from './Dialog.tsx';
import { Glyph } from './Glyph.tsx';
import { BINDINGS, type Binding, PRESENT_BINDINGS, SHORTCUT_MODES, type ShortcutMode, spokenKey } from './keys.ts';
import { ModuleList } from './ModuleList.tsx';
import { Spelled } from './Spelled.tsx';
import { useSettings } from './services.ts';
import { hrefOf, TERMS } from './terms.ts';
import './help.css';

const MODE_WORDS: Readonly<Record<ShortcutMode, string>> = {
  off: 'off',
  focus: 'only when the timeline has focus',
  on: 'on, everywhere but in text',
};

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const [{ shortcuts }, change] = useSettings();
  return (
    <Dialog title="Help" onClose={onClose}>
      <p>
        The program on the left runs on a Python of our own inside this page, with a clock of its own. The playhead
        counts everything that happens; the same step is shown as code, as lanes and as the loop. Your code never leaves
        this tab: <a href="about/">limits, privacy, licences</a>.
      </p>
      <fieldset className="help-modes">
        <legend>Single-key shortcuts</legend>
        {SHORTCUT_MODES.map((mode) => (
          <label key={mode}>
            <input
              type="radio"
              name="shortcuts"
              checked={shortcuts === mode}
              onChange={() => change({ shortcuts: mode })}
            />
            {MODE_WORDS[mode]}
          </label>
        ))}
      </fieldset>
      <h3>Keys</h3>
      <dl className="help-keys">
        {BINDINGS.map((binding) => (
          <KeyRow key={binding.action} {...binding} />
        ))}
      </dl>
      <h3>Keys while presenting</h3>
      <dl className="help-keys">
        {PRESENT_BINDINGS.map((binding) => (
          <KeyRow key={binding.action} {...binding} />
        ))}
      </dl>
      <h3>What a step has changed</h3>
      <p>
        One ground for one thing: the line that runs, the lane of the step, and every card that the step has changed
        stand on <mark className="help-changed">this colour</mark>.
      </p>
      <h3>States</h3>
      <ul className="help-states">
        {Object.entries(STATES).map(([name, { glyph, word }]) => (
          <li key={name}>
            <span style={{ color: `var(--${name})` }}>
              <Glyph name={glyph} />
            </span>
            {word}
          </li>
        ))}
      </ul>
      <h3>Modules</h3>
      <ModuleList />
      <h3>Words</h3>
      <dl className="help-words">
        {Object.entries(TERMS).map(([term, { page, sentence }]) => (
          <div key={term}>
            <dt>
              <a href={hrefOf(page)} target="_blank" rel="noopener noreferrer">
                {term}
                <span className="unseen"> in its documentation, in a new tab</span>
              </a>
            </dt>
            <dd>
              <Spelled text={sentence} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function KeyRow({ keys, text }: Binding) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{spokenKey(key)}</kbd>
        ))}
      </dt>
      <dd>{text}</dd>
    </div>
  );
}

/** Explore, Learn and the others: buttons side by side, or a list where there is no room for them. */
import { PAGE_MODES } from './chrome.ts';
import { enter } from './commands.ts';
import { MODE_LOOKS } from './modes.ts';
import { useChrome, useMedia, useServices } from './services.ts';
import './mode-switch.css';

export function ModeSwitch() {
  const services = useServices();
  const mode = useChrome((chrome) => chrome.mode);
  const isNarrow = useMedia('(width < 760px)');
  const choose = (name: string) => {
    const chosen = PAGE_MODES.find((one) => one === name);
    if (chosen !== undefined) enter(services, chosen);
  };
  return isNarrow ? (
    <select
      className="mode-list"
      aria-label="Mode"
      value={mode}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {PAGE_MODES.map((one) => (
        <option key={one} value={one}>
          {MODE_LOOKS[one].word}
        </option>
      ))}
    </select>
  ) : (
    <nav className="mode-switch" aria-label="Mode">
      {PAGE_MODES.map((one) => (
        <button
          key={one}
          type="button"
          className="plain"
          aria-pressed={one === mode}
          title={MODE_LOOKS[one].title}
          onClick={() => choose(one)}
        >
          {MODE_LOOKS[one].word}
        </button>
      ))}
    </nav>
  );
}

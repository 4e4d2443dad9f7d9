/** All that has a key while presenting, for those who have none at hand. Closed, it is three dots. */
import { useRef } from 'react';
import { perform } from '../commands.ts';
import { type Action, PRESENT_BINDINGS } from '../keys.ts';
import { PRESENTER_HASH, usePage } from '../page.ts';
import { useServices, useSettings } from '../services.ts';
import { canTalk } from './presenter-channel.ts';

const OFFERED = PRESENT_BINDINGS.filter(({ action }) => action !== 'forward' && action !== 'back');

export function PresentMenu() {
  const services = useServices();
  const page = usePage();
  const [{ isDarkProjector }, change] = useSettings();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (menu.current !== null) menu.current.open = false;
  };
  const openPresenter = () => {
    const { base } = page;
    menu.current?.ownerDocument.defaultView?.open(
      base + PRESENTER_HASH,
      'loopscope-presenter',
      'popup,width=980,height=720',
    );
    close();
  };
  const choose = (action: Action) => {
    close();
    perform(services, action);
  };
  return (
    <details className="present-menu" ref={menu}>
      <summary aria-label="Presenting" title="Presenting">
        <span aria-hidden="true">⋯</span>
      </summary>
      <ul>
        {OFFERED.map(({ action, keys, text }) => (
          <li key={action}>
            <button type="button" className="plain" onClick={() => choose(action)}>
              {text} <kbd>{keys[0] === 'Escape' ? 'Esc' : keys[0]}</kbd>
            </button>
          </li>
        ))}
        <li>
          {canTalk() ? (
            <button type="button" className="plain" onClick={openPresenter}>
              Presenter window: notes, answers, clock
            </button>
          ) : (
            <p className="soft">A presenter window needs a browser with BroadcastChannel.</p>
          )}
        </li>
        <li>
          <button
            type="button"
            className="plain"
            onClick={() => {
              close();
              change({ isDarkProjector: !isDarkProjector });
            }}
          >
            {isDarkProjector ? 'Light, for a bright room' : 'Dark, for a dark room'}
          </button>
        </li>
      </ul>
    </details>
  );
}

/** Present: what a room can read from its last row. Light, unless the presenter wants it dark. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { perform } from '../commands.ts';
import { useChrome, useServices, useSettings } from '../services.ts';
import { useTheme } from '../use-theme.ts';
import { useAsking } from './asking.ts';
import { LineBoxes } from './LineBoxes.tsx';
import { PresentCode } from './PresentCode.tsx';
import { PresentCover } from './PresentCover.tsx';
import { PresentDeck } from './PresentDeck.tsx';
import { PresentHead } from './PresentHead.tsx';
import { PresentLanes } from './PresentLanes.tsx';
import { usePresenterLine } from './use-presenter-line.ts';
import './present.css';

export function PresentMode() {
  const services = useServices();
  const main = useRef<HTMLElement>(null);
  const screen = useChrome((chrome) => chrome.screen);
  const [{ isDarkProjector }] = useSettings();
  useTheme(isDarkProjector ? 'dark' : 'light');
  // Keys go to the stage at once, and again when a step was typed.
  useEffect(() => main.current?.focus(), []);
  const { asking, next } = useAsking();
  usePresenterLine(next);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
    // The slider would take ten steps: a remote control means one.
    event.preventDefault();
    event.stopPropagation();
    perform(services, event.key === 'PageDown' ? 'forward' : 'back');
  };
  return (
    <main
      ref={main}
      className="present"
      tabIndex={-1}
      aria-label="Present"
      data-timeline=""
      onKeyDownCapture={onKeyDown}
      onSubmit={() => main.current?.focus()}
    >
      <div className="present-stage" inert={screen !== 'stage'}>
        <PresentHead />
        <PresentCode />
        <section className="present-pictures" aria-label="Pictures">
          <PresentLanes />
          <LineBoxes />
        </section>
        <PresentDeck asking={asking} />
      </div>
      {screen === 'stage' ? null : <PresentCover screen={screen} />}
    </main>
  );
}

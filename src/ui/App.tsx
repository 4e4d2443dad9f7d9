/** The frame: code on the left, the same moment drawn on the right, one playhead under everything. */

import { useStore } from 'zustand';
import { stepsPerSecond } from '../store/playback.ts';
import { selectNarration, selectTrace, selectWorld } from '../store/selectors.ts';
import { Banners } from './Banners.tsx';
import { BottomTabs } from './BottomTabs.tsx';
import { CodePane } from './CodePane.tsx';
import { GalleryDialog } from './GalleryDialog.tsx';
import { useGlide } from './glide.ts';
import { Header } from './Header.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { LanesPane } from './LanesPane.tsx';
import { LoopPane } from './LoopPane.tsx';
import { Playhead } from './Playhead.tsx';
import { usePlayback } from './playback.ts';
import { ShareDialog } from './ShareDialog.tsx';
import { useApp, useChrome, useServices } from './services.ts';
import { useAnnouncements } from './use-announcements.ts';
import { useKeys } from './use-keys.ts';
import './tokens.css';
import './app.css';

export function App() {
  useKeys();
  usePlayback();
  useAnnouncements();
  return (
    <div className="app">
      <Header />
      <div className="banners">
        <Banners />
      </div>
      <main className="stage">
        <CodePane />
        <Pictures />
        <div className="deck">
          <Playhead />
          <Narration />
        </div>
        <BottomTabs />
      </main>
      <Dialogs />
      <LiveRegion />
    </div>
  );
}

function Pictures() {
  const trace = useApp(selectTrace);
  const world = useApp(selectWorld);
  const position = useApp((state) => state.position);
  const selected = useApp(({ selection }) => (selection.kind === 'task' ? selection.id : 0));
  const rate = useApp((state) => (state.isPlaying ? stepsPerSecond(state.speed) : 0));
  const shown = useGlide(position, trace.length, rate);
  return (
    <div className="pictures">
      <LanesPane trace={trace} shown={shown} position={position} selected={selected} />
      <LoopPane trace={trace} world={world} shown={shown} selected={selected} />
    </div>
  );
}

function Narration() {
  const sentence = useApp(selectNarration);
  const phase = useApp((state) => state.run.phase);
  const empty =
    phase === 'rejected'
      ? 'Nothing has run: the program could not be read.'
      : phase === 'idle'
        ? 'Run the program, then move the playhead: each step is told here.'
        : 'The beginning: nothing has happened yet.';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long sentence scrolls, so the keyboard must reach it.
    <p className="narration" data-empty={sentence === ''} tabIndex={0}>
      {sentence === '' ? empty : sentence}
    </p>
  );
}

function Dialogs() {
  const dialog = useChrome((chrome) => chrome.dialog);
  const { chrome } = useServices();
  const close = () => chrome.setState({ dialog: 'none' });
  switch (dialog) {
    case 'none':
      return null;
    case 'gallery':
      return <GalleryDialog onClose={close} />;
    case 'share':
      return <ShareDialog onClose={close} />;
    case 'help':
      return <HelpDialog onClose={close} />;
  }
}

/** The one place where anything is announced. Always there, so that screen readers know it. */
function LiveRegion() {
  const text = useStore(useServices().voice.said, ({ text: said }) => said);
  return (
    <div className="unseen" role="status" aria-live="polite">
      {text}
    </div>
  );
}

/** The frame: code on the left, the same moment drawn on the right, one playhead under everything. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { selectLength } from '../store/selectors.ts';
import { Banners } from './Banners.tsx';
import { BottomTabs } from './BottomTabs.tsx';
import { CodePane } from './CodePane.tsx';
import { Dialogs } from './Dialogs.tsx';
import { Header } from './Header.tsx';
import { LANES_PICTURE, LanesPane } from './LanesPane.tsx';
import { LOOP_PICTURE, LoopPane } from './LoopPane.tsx';
import { Playhead } from './Playhead.tsx';
import { MISSING, type Part, partOf, usePart } from './part.ts';
import { usePlayback } from './playback.ts';
import { usePaneSizes } from './Splitter.tsx';
import { useApp, useChrome, useServices } from './services.ts';
import { TermTip } from './Term.tsx';
import { useAnnouncements } from './use-announcements.ts';
import { useKeys } from './use-keys.ts';
import { useShown } from './use-shown.ts';
import './tokens.css';
import './app.css';

export function App() {
  useKeys();
  usePlayback();
  useAnnouncements();
  const mode = useChrome((chrome) => chrome.mode);
  return (
    <div className="app" data-mode={mode}>
      {mode === 'present' || mode === 'handout' ? <WholePage part={WHOLE_PAGES[mode]} /> : <Stage />}
      <Dialogs />
      <Files />
      <TermTip />
      <Halts />
      <LiveRegion />
    </div>
  );
}

function Stage() {
  const stage = useRef<HTMLElement>(null);
  usePaneSizes(stage);
  return (
    <>
      <Header />
      <div className="banners">
        <Banners />
      </div>
      <main className="stage" ref={stage}>
        <CodePane />
        <Learn />
        <Pictures />
        <div className="deck">
          <Playhead />
          <Narration />
          <Branches />
        </div>
        <BottomTabs />
      </main>
    </>
  );
}

/** Modes that look like nothing of the stage. */
const WHOLE_PAGES = {
  present: partOf(async () => (await import('./present/PresentMode.tsx')).PresentMode),
  handout: partOf(async () => (await import('./handout/HandoutMode.tsx')).HandoutMode),
};

function WholePage({ part }: { readonly part: Part<object> }) {
  const state = usePart(part);
  if (state.phase === 'missing') return <p className="empty">{MISSING}</p>;
  return state.phase === 'loaded' ? <state.Component /> : null;
}

function Pictures() {
  const { about, position, selected, shown, trace, world } = useShown();
  useEffect(() => {
    LANES_PICTURE.ahead();
    LOOP_PICTURE.ahead();
    SENTENCE.ahead();
    // Looks that few need.
    import('./rare-looks.ts').catch((error: unknown) => console.error(error));
  }, []);
  return (
    <div className="pictures">
      <LanesPane trace={trace} shown={shown} position={position} selected={selected} about={about} />
      <LoopPane trace={trace} world={world} shown={shown} selected={selected} />
    </div>
  );
}

/** Beside the engine: wanted as soon as there is something to tell. */
const SENTENCE = partOf(async () => (await import('./Sentence.tsx')).Sentence);

function Narration() {
  const isEmpty = useApp((state) => state.position === 0 || selectLength(state) === 0);
  const phase = useApp((state) => state.run.phase);
  const sentence = usePart(isEmpty ? null : SENTENCE);
  const empty =
    phase === 'rejected'
      ? 'Nothing has run: the program could not be read.'
      : phase === 'idle'
        ? 'Run the program, then move the playhead: each step is told here.'
        : 'The beginning: nothing has happened yet.';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long sentence scrolls, so the keyboard must reach it.
    <p className="narration" data-empty={isEmpty} tabIndex={0}>
      {isEmpty ? empty : sentence.phase === 'loaded' ? <sentence.Component /> : null}
    </p>
  );
}

/** Nobody drops a file before there is a page. */
const FILES = partOf(async () => (await import('./FileDrop.tsx')).FileDrop);

function Files() {
  const files = usePart(FILES);
  return files.phase === 'loaded' ? <files.Component /> : null;
}

const LEARN = partOf(async () => (await import('./LearnMode.tsx')).LearnMode);

function Learn() {
  const isLearning = useChrome(({ mode }) => mode === 'learn');
  const part = usePart(isLearning ? LEARN : null);
  if (part.phase === 'missing') return <p className="empty">{MISSING}</p>;
  return isLearning && part.phase === 'loaded' ? <part.Component /> : null;
}

/** Wanted as soon as something is done to a run from outside. */
const STRIP = partOf(async () => (await import('./BranchStrip.tsx')).BranchStrip);

function Branches() {
  const isBranched = useApp(({ kept, scenario }) => kept.length > 0 || scenario.interventions.length > 0);
  const strip = usePart(isBranched ? STRIP : null);
  return isBranched && strip.phase === 'loaded' ? <strip.Component /> : null;
}

/** Wanted as soon as there is a breakpoint. */
const HALTS = partOf(async () => (await import('./HaltsKeeper.tsx')).HaltsKeeper);

function Halts() {
  const { halts } = useServices();
  const hasLines = useApp(({ scenario }) => scenario.breakpoints.length > 0);
  const isWaiting = useStore(halts, ({ positions, wanted }) => wanted.length > 0 || positions.length > 0);
  const keeper = usePart(hasLines || isWaiting ? HALTS : null);
  return keeper.phase === 'loaded' ? <keeper.Component /> : null;
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

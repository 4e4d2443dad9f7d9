/** What every button and key does, in one place, and what is said about it. */
import { assertNever } from '../lib/assert.ts';
import { SPEED_MAX, SPEED_MIN } from '../store/playback.ts';
import { selectTrace, selectWorld } from '../store/selectors.ts';
import { NO_SELECTION, type State } from '../store/state.ts';
import type { LinePlace } from '../trace/halts.ts';
import { besideIn } from '../trace/navigate.ts';
import type { PageMode } from './chrome.ts';
import { endingSentence } from './ending-words.ts';
import type { Action } from './keys.ts';
import { MODE_LOOKS } from './modes.ts';
import type { Services } from './services.ts';
import { spokenPosition } from './spoken.ts';

export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 16] as const;

/** `isSpoken`: the slider has the focus and says its value itself. */
export function perform(services: Services, action: Action, isSpoken = false): void {
  const { chrome, laneWishes, lanesView, session, store } = services;
  const { actions } = store;
  const { isPlaying, position, speed } = store.getState();
  const tell = () => {
    const state = store.getState();
    if (!isSpoken) say(services, state, (sentence) => `${spokenPosition(state)}. ${sentence}`);
  };
  const stepped = (move: () => void) => {
    const before = store.getState().position;
    lanesView.follow();
    move();
    if (store.getState().position !== before) tell();
  };
  switch (action) {
    case 'run':
      return session.run();
    case 'toggle':
      return isPlaying ? pause(services) : play(services);
    case 'forward':
      return stepped(actions.step);
    case 'back':
      return stepped(actions.back);
    case 'tenOn':
      return stepped(() => actions.seek(position + 10));
    case 'tenBack':
      return stepped(() => actions.seek(position - 10));
    case 'first':
      return stepped(actions.goToStart);
    case 'last':
      return stepped(actions.goToEnd);
    case 'nextAwait':
    case 'nextIteration':
    case 'nextTurn':
      return stepped(() => actions.jump(action));
    case 'nextOfThing':
      return beside(services, 'next', stepped);
    case 'previousOfThing':
      return beside(services, 'previous', stepped);
    case 'toggleBreakpoint':
      return toggleRunningLine(services);
    case 'nextHalt':
    case 'previousHalt':
      return toHalt(services, action === 'nextHalt' ? 'next' : 'previous', stepped);
    case 'into':
      return showLibrary(services, true);
    case 'out':
      return showLibrary(services, false);
    case 'inspect':
      return chrome.setState({ tab: 'inspect' });
    case 'goTo':
      return chrome.setState(({ goToWishes }) => ({ goToWishes: goToWishes + 1 }));
    case 'slower':
      return actions.setSpeed(SPEEDS.findLast((one) => one < speed) ?? SPEED_MIN);
    case 'faster':
      return actions.setSpeed(SPEEDS.find((one) => one > speed) ?? SPEED_MAX);
    case 'zoomIn':
      return lanesView.zoomBy(1.5);
    case 'zoomOut':
      return lanesView.zoomBy(1 / 1.5);
    case 'panLeft':
      return lanesView.moveBy(-0.25);
    case 'panRight':
      return lanesView.moveBy(0.25);
    case 'fit':
      return withLanes(({ fitSelection }) => fitSelection(services));
    case 'findLane':
      return laneWishes.setState(({ searchWishes }) => ({ searchWishes: searchWishes + 1 }));
    case 'nextHit':
    case 'previousHit':
      return withLanes(({ stepHit }) => stepHit(services, action === 'nextHit' ? 'next' : 'previous'));
    case 'pin':
      return withLanes(({ togglePin }) => togglePin(services));
    case 'fold':
      return withLanes(({ toggleGroupOf }) => toggleGroupOf(services));
    case 'clear':
      if (isPlaying) pause(services);
      return actions.select(NO_SELECTION);
    case 'explore':
    case 'learn':
    case 'present':
    case 'handout':
      return enter(services, action);
    case 'question':
      return chrome.setState(({ questionWishes }) => ({ questionWishes: questionWishes + 1 }));
    case 'blank':
    case 'showQr':
    case 'enlarge':
    case 'leave':
      return onProjector(services, action);
    case 'share':
      return chrome.setState({ dialog: 'share' });
    case 'help':
      return chrome.setState({ dialog: 'help' });
    default:
      return assertNever(action);
  }
}

/** Where the playhead stands and what is selected stay as they are. */
export function enter({ chrome, voice }: Services, mode: PageMode): void {
  if (chrome.getState().mode === mode) return;
  chrome.setState({ mode, screen: 'stage', isEnlarged: false });
  voice.say(MODE_LOOKS[mode].said);
}

/** What covers the stage goes away by the same key, and by Escape before that leaves the mode. */
function onProjector(services: Services, action: 'blank' | 'showQr' | 'enlarge' | 'leave'): void {
  const { chrome, voice } = services;
  const { isEnlarged, screen } = chrome.getState();
  const cover = action === 'blank' ? 'blank' : 'qr';
  if (action === 'enlarge') chrome.setState({ isEnlarged: !isEnlarged, screen: 'stage' });
  else if (action === 'leave' && screen === 'stage' && !isEnlarged) enter(services, 'explore');
  else if (action === 'leave') chrome.setState(screen === 'stage' ? { isEnlarged: false } : { screen: 'stage' });
  else chrome.setState({ screen: screen === cover ? 'stage' : cover });
  const now = chrome.getState();
  if (action === 'enlarge') voice.say(now.isEnlarged ? 'One lane is enlarged.' : 'All lanes.');
  else if (now.screen !== screen) voice.say(now.screen === 'blank' ? 'The screen is blank.' : 'The stage is shown.');
}

/** What is done to many lanes comes with their picture. */
function withLanes(act: (commands: typeof import('./lane-commands.ts')) => void): void {
  import('./lane-commands.ts').then(act, (error: unknown) => console.error(error));
}

function toHalt(
  { halts, store, voice }: Services,
  way: 'next' | 'previous',
  stepped: (move: () => void) => void,
): void {
  const to = besideIn(halts.getState().positions, store.getState().position, way);
  if (to !== null) stepped(() => store.actions.seek(to));
  else voice.say(way === 'next' ? 'No breakpoint holds after this step.' : 'No breakpoint held before this step.');
}

/** The line that is shown as running. */
function toggleRunningLine(services: Services): void {
  const state = services.store.getState();
  const { code, line } = selectWorld(state);
  const file = selectTrace(state).codes[code]?.file;
  if (file !== undefined && line > 0) toggleBreakpoint(services, { file, line });
}

/** Of a file of the program. */
export function toggleBreakpoint({ session, store, voice }: Services, place: LinePlace): void {
  const { scenario } = store.getState();
  if (!scenario.files.some(({ name }) => name === place.file)) return;
  import('../store/find-halts.ts').then(
    ({ toggled }) => {
      const before = store.getState().scenario.breakpoints;
      const after = toggled(before, place);
      session.setBreakpoints(after);
      voice.say(`Breakpoint ${after.length > before.length ? 'set' : 'removed'}: ${place.file}, line ${place.line}.`);
    },
    (error: unknown) => console.error(error),
  );
}

function showLibrary({ chrome, voice }: Services, isInLibrary: boolean): void {
  chrome.setState({ isInLibrary, site: null });
  voice.say(isInLibrary ? "Python's own library is shown where it runs." : 'Only your own code is shown.');
}

/** Along the story of what is selected, which is told by a part that is loaded when it is first wanted. */
function beside({ store }: Services, way: 'next' | 'previous', stepped: (move: () => void) => void): void {
  const { position, selection } = store.getState();
  if (selection.kind === 'none') return;
  import('../trace/story.ts').then(
    ({ storyOf }) => {
      const to = besideIn(storyOf(selectTrace(store.getState()), selection), position, way);
      if (to !== null) stepped(() => store.actions.seek(to));
    },
    (error: unknown) => console.error(error),
  );
}

/** Where playing began; of the one page there is. */
let playedFrom = 0;

function play({ lanesView, store }: Services): void {
  if (selectTrace(store.getState()).length === 0) return;
  lanesView.follow();
  store.actions.play();
  playedFrom = store.getState().position;
}

/** While it plays nothing is said; at the pause, what has gone by. */
function pause(services: Services): void {
  services.store.actions.pause();
  sayPlayed(services);
}

export function sayPlayed(services: Services): void {
  const state = services.store.getState();
  const steps = state.position - playedFrom;
  const { run } = state;
  const isOver = run.phase === 'finished' && state.position === run.trace.length;
  const end = isOver ? ` ${endingSentence(run.ending)}` : '';
  const played = `${steps} step${steps === 1 ? '' : 's'} played. ${spokenPosition(state)}.`;
  say(services, state, (sentence) => `${played} ${sentence}${end}`);
}

/** With the sentence of the step, which can be told when something has run. */
function say({ voice }: Services, state: State, words: (sentence: string) => string): void {
  import('../store/narration.ts').then(
    ({ selectNarration }) => voice.say(words(selectNarration(state))),
    () => voice.say(words('')),
  );
}

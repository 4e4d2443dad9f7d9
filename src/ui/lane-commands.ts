/** What keys and buttons do to many lanes, and what is said about it. Loaded when one of them is pressed. */
import { selectLane, selectTrace, selectWorld } from '../store/selectors.ts';
import { stateAt } from '../trace/history.ts';
import { eventAt } from '../trace/trace.ts';
import { laneOf } from '../viz/focus.ts';
import { ROW, shownLanes, TOP } from '../viz/lane-frame.ts';
import { groupOf } from '../viz/lane-lines.ts';
import { besideHit } from '../viz/lane-search.ts';
import { STATES } from '../viz/states.ts';
import { type LaneScene, sceneOf } from './lane-scene.ts';
import type { Services } from './services.ts';

/** What is selected, else whom this step is about; 0 nobody. */
function meantLane({ store }: Services): number {
  const state = store.getState();
  const selected = selectLane(state);
  if (selected !== 0) return selected;
  return laneOf(eventAt(selectTrace(state), state.position - 1), selectWorld(state));
}

function sceneNow({ laneWishes, store }: Services): LaneScene {
  const state = store.getState();
  return sceneOf(selectTrace(state), state.position, selectLane(state), laneWishes.getState());
}

/** `fetch(3)`, with its letter and its state. */
function spokenLane({ store }: Services, task: number): string {
  const state = store.getState();
  const { history } = selectTrace(state);
  const lane = shownLanes(history).find((each) => each.task === task);
  if (lane === undefined) return '';
  const now = stateAt(lane, state.position);
  return `${lane.letter}, ${lane.label === '' ? lane.name : lane.label}${now === null ? '' : `, ${STATES[now].word}`}`;
}

export function togglePin(services: Services, task = meantLane(services)): void {
  const { laneWishes, voice } = services;
  if (task === 0) return voice.say('No lane is selected.');
  laneWishes.togglePin(task);
  const isPinned = laneWishes.getState().pins.includes(task);
  voice.say(`${isPinned ? 'Pinned to the top' : 'No longer pinned'}: ${spokenLane(services, task)}.`);
}

/** What was opened is moved up, so that its lanes are seen. */
export function toggleGroup({ laneWishes, ...services }: Services, scroller: HTMLElement | null, key: string): void {
  const { lines } = sceneNow({ laneWishes, ...services });
  const index = lines.findIndex((line) => line.key === key);
  laneWishes.toggleGroup(key);
  const top = TOP + index * ROW;
  const isOpened = laneWishes.getState().open.has(key);
  if (scroller === null || !isOpened || top + 3 * ROW < scroller.scrollTop + scroller.clientHeight) return;
  scroller.ownerDocument.defaultView?.requestAnimationFrame(() => scroller.scrollTo({ top: Math.max(0, top - ROW) }));
}

export function toggleGroupOf(services: Services): void {
  const { laneWishes, store, voice } = services;
  const task = meantLane(services);
  const { census, lines } = sceneNow(services);
  const lane = selectTrace(store.getState()).history.index.laneOf.get(task);
  const group = lane === undefined ? undefined : groupOf(lines, task, census.groupsOf(lane));
  if (group === undefined) return voice.say('The lane is in no group.');
  laneWishes.toggleGroup(group.key);
  voice.say(`${group.isOpen ? 'Closed' : 'Opened'}: ${group.title}, ${group.size} lanes.`);
}

/** Selects the one after, or before, of those that were found. */
export function stepHit(services: Services, way: 'next' | 'previous'): void {
  const { store, voice } = services;
  const { hits } = sceneNow(services);
  const task = besideHit(hits, selectLane(store.getState()), way);
  if (task === 0) return voice.say('No lane is found.');
  store.actions.select({ kind: 'task', id: task });
  voice.say(`${hits.indexOf(task) + 1} of ${hits.length}: ${spokenLane(services, task)}.`);
}

export function clearSearch({ laneWishes }: Services): void {
  laneWishes.setState({ query: '', isFiltered: false });
}

/** `3 of 12`. */
export function hitWords(hits: readonly number[], selected: number): string {
  const at = hits.indexOf(selected) + 1;
  const count = hits.length.toLocaleString('en');
  if (hits.length === 0) return 'none';
  return at === 0 ? `${count} found` : `${at.toLocaleString('en')} of ${count}`;
}

/** The lanes show the whole life of what is selected; pressed once more, or of nothing, the whole run. */
export function fitSelection(services: Services): void {
  const { lanesView, settings, store } = services;
  const state = store.getState();
  const { history, length, timeUs } = selectTrace(state);
  const lane = shownLanes(history).find(({ task }) => task === selectLane(state));
  const record = lane?.record;
  const [first] = record?.starts ?? [];
  if (lane === undefined || first === undefined) return lanesView.fit();
  const last = record?.starts.findLast(({ state: each }) => each === null);
  const isSteps = settings.getState().axis === 'steps';
  const from = isSteps ? first.from - 1 : first.fromUs;
  const to = isSteps ? (last?.from ?? length) : (last?.fromUs ?? timeUs);
  if (!lanesView.fitTo({ from, to })) lanesView.fit();
}

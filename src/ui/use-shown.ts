/** What the pictures are about: the run, the position as it is drawn, and whose lane matters. */
import { stepsPerSecond } from '../store/playback.ts';
import { selectLane, selectTrace, selectWorld } from '../store/selectors.ts';
import { eventAt, type Trace } from '../trace/trace.ts';
import type { World } from '../trace/world.ts';
import { laneOf } from '../viz/focus.ts';
import { useGlide } from './glide.ts';
import { useApp } from './services.ts';

interface Shown {
  readonly trace: Trace;
  readonly world: World;
  readonly position: number;
  /** Between two positions while it glides. */
  readonly shown: number;
  /** The lane of what is selected; 0 none. */
  readonly selected: number;
  /** Whose lane this step is about; 0 nobody's. */
  readonly about: number;
}

export function useShown(): Shown {
  const trace = useApp(selectTrace);
  const world = useApp(selectWorld);
  const position = useApp((state) => state.position);
  const selected = useApp(selectLane);
  const rate = useApp((state) => (state.isPlaying ? stepsPerSecond(state.speed) : 0));
  const shown = useGlide(position, trace.length, rate);
  const isMessage = useApp(({ selection }) => selection.kind === 'envelope');
  // Whoever has the selected message is kept in view.
  const about = isMessage ? selected : laneOf(eventAt(trace, position - 1), world);
  return { trace, world, position, shown, selected, about };
}

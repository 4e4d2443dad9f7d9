/** Tells the page around where the reader is and how much room there should be; does what it wishes. */
import { type RefObject, useEffect } from 'react';
import { selectAnchor, selectTrace } from '../store/selectors.ts';
import { timeAt } from '../trace/history.ts';
import { type Services, useApp, useServices } from '../ui/services.ts';
import { useEmbed } from './embed.ts';
import { heightWanted } from './height.ts';
import { SCHEMA, type Told, type Wish } from './messages.ts';

/** Not more often than this, and always the last. */
const MOMENT_MS = 80;
const HEIGHT_MS = 120;
const US_PER_S = 1_000_000;

export function useMessages(root: RefObject<HTMLElement | null>): void {
  const { wire } = useEmbed();
  const services = useServices();
  const moment = useMoment();
  const failure = useFailure();
  const phase = useApp((state) => state.run.phase);
  const key = JSON.stringify(moment);
  useEffect(() => {
    wire.onWish((wish) => grant(wish, services, wire.tell));
    wire.tell({ type: 'ready', v: SCHEMA });
  }, [wire, services]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the moment, which is made anew each time.
  useEffect(() => {
    if (moment === null) return undefined;
    const waiting = setTimeout(() => wire.tell(moment), MOMENT_MS);
    return () => clearTimeout(waiting);
  }, [wire, key]);
  useEffect(() => {
    if (failure !== null) wire.tell({ type: 'error', code: failure });
  }, [wire, failure]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the phase changes there is something else to be measured.
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const measure = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => wire.tell({ type: 'height', px: heightWanted(element) }), HEIGHT_MS);
    };
    const observer = new ResizeObserver(measure);
    for (const each of [element, ...element.querySelectorAll('.lanes-plot, .cm-content')]) observer.observe(each);
    measure();
    return () => {
      clearTimeout(waiting);
      observer.disconnect();
    };
  }, [wire, root, phase]);
}

function useMoment(): Extract<Told, { type: 'moment' }> | null {
  const { history, length } = useApp(selectTrace);
  const anchor = useApp(selectAnchor);
  const step = useApp((state) => state.position);
  return length === 0 ? null : { type: 'moment', anchor, t: timeAt(history, step) / US_PER_S, step };
}

/** What became of the run, if there is no picture of it, or not all. */
function useFailure(): string | null {
  return useApp(({ run }) => {
    if (run.phase === 'rejected') return 'REJECTED';
    if (run.phase === 'crashed') return 'CRASHED';
    return run.phase === 'finished' && run.ending.kind === 'limit' ? 'LIMIT' : null;
  });
}

/** Nothing here runs a program: before Run there is nowhere to go, but what is asked for is remembered. */
function grant(wish: Wish, { lanesView, session, settings, store }: Services, tell: (told: Told) => void): void {
  const { actions } = store;
  const hasRun = selectTrace(store.getState()).length > 0;
  switch (wish.type) {
    case 'ping':
      tell({ type: 'ready', v: SCHEMA });
      return;
    case 'theme':
      settings.change({ theme: wish.theme });
      return;
    case 'goto':
      lanesView.follow();
      if (hasRun) actions.goTo(wish.moment);
      else session.setState({ moment: wish.moment });
      return;
    case 'play':
    case 'pause':
    case 'step':
      if (!hasRun) return tell({ type: 'error', code: 'NOT_RUN' });
      lanesView.follow();
      if (wish.type === 'play') return actions.play();
      return wish.type === 'pause' ? actions.pause() : actions.step();
  }
}

/** What the address says of a part of the run: playing stops at its end, and begins again at its start if it is to. */
import { useEffect, useRef } from 'react';
import { selectTrace } from '../store/selectors.ts';
import { momentPlace } from '../trace/moment.ts';
import { useApp, useServices } from '../ui/services.ts';
import { useEmbed } from './embed.ts';

/** To see where it has come to. */
const REST_MS = 1_500;

export function useExcerpt(): void {
  const { presentation } = useEmbed();
  const { end, isLooping, start } = presentation;
  const { halts, lanesView, store } = useServices();
  const trace = useApp(selectTrace);
  const isOver = useApp((state) => state.run.phase === 'finished');
  const isPlaying = useApp((state) => state.isPlaying);
  const position = useApp((state) => state.position);
  const last = !isOver || end === null ? null : momentPlace(trace, end);
  useEffect(() => halts.setState({ positions: last === null ? [] : [last] }), [halts, last]);
  const wasPlaying = useRef(false);
  useEffect(() => {
    const hasStopped = wasPlaying.current && !isPlaying;
    wasPlaying.current = isPlaying;
    if (!isLooping || !hasStopped || position !== (last ?? trace.length)) return undefined;
    const waiting = setTimeout(() => {
      lanesView.follow();
      store.actions.goTo(start ?? { anchor: '', step: 0, timeUs: 0 });
      store.actions.play();
    }, REST_MS);
    return () => clearTimeout(waiting);
  }, [isLooping, isPlaying, last, lanesView, position, start, store, trace.length]);
}

/** While the store plays, moves the playhead with the frames of the screen. The arithmetic is the store's. */
import { useEffect } from 'react';
import { advance } from '../store/playback.ts';
import { selectLength } from '../store/selectors.ts';
import { besideIn } from '../trace/navigate.ts';
import { sayPlayed } from './commands.ts';
import { useApp, useServices } from './services.ts';

export function usePlayback(): void {
  const isPlaying = useApp((state) => state.isPlaying);
  const services = useServices();
  useEffect(() => {
    if (!isPlaying) return undefined;
    const { store } = services;
    let before: number | null = null;
    let fraction = 0;
    let frame = requestAnimationFrame(function next(now) {
      const state = store.getState();
      const { position, speed } = state;
      const at = advance(
        { position, fraction, speed, length: selectLength(state) },
        before === null ? 0 : now - before,
      );
      before = now;
      fraction = at.fraction;
      const halt = besideIn(services.halts.getState().positions, position, 'next');
      if (halt !== null && halt <= at.position) store.actions.seek(halt);
      else if (at.position !== position || at.isAtEnd) store.actions.playedTo(at.position);
      if (store.getState().isPlaying) frame = requestAnimationFrame(next);
      else sayPlayed(services);
    });
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, services]);
}

/** The lesson and the game of the page, made when they are first wanted. */
import { useEffect } from 'react';
import { createGame, type Game } from '../store/game.ts';
import { createLesson, type Lesson } from '../store/lesson.ts';
import { type Services, useMedia, useServices } from './services.ts';

export interface Lessons {
  readonly lesson: Lesson;
  readonly game: Game;
}

const made = new WeakMap<Services['store'], Lessons>();

export function useLessons(): Lessons {
  const { session, store } = useServices();
  const known = made.get(store);
  if (known !== undefined) return known;
  const because = () => {
    const { origin } = session.getState();
    const asked = origin.kind === 'gallery' ? origin.entry.questions : [];
    return (prompt: string) => asked.find((each) => each.prompt === prompt)?.because ?? '';
  };
  const fresh = { lesson: createLesson(store, because), game: createGame(store) };
  made.set(store, fresh);
  return fresh;
}

const STEP_MS = 450;
const SHORTEST_MS = 700;
const LONGEST_MS = 4_000;

/** Plays slowly up to a position, or is there at once for whoever wants no motion; null: stays. Gives way to the reader. */
export function useSlowPlay(to: number | null): void {
  const { lanesView, store } = useServices();
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  useEffect(() => {
    if (to === null) return undefined;
    const from = store.getState().position;
    lanesView.follow();
    if (isStill || to <= from) {
      store.actions.seek(to);
      return undefined;
    }
    const ms = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, (to - from) * STEP_MS));
    let start: number | null = null;
    let at = from;
    let frame = requestAnimationFrame(function next(now) {
      start ??= now;
      if (store.getState().position !== at) return;
      at = Math.min(to, from + Math.round(((now - start) / ms) * (to - from)));
      if (at !== store.getState().position) store.actions.seek(at);
      if (at < to) frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [to, isStill, store, lanesView]);
}

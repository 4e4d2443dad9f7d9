/** The position that is drawn: it follows the playhead by gliding over single steps, and jumps over many. */
import { easeCubicOut } from 'd3';
import { useEffect, useReducer, useRef } from 'react';
import { useMedia } from './services.ts';

const GLIDE_MS = 220;
/** Further than this is a jump. */
const STEPS_MAX = 2;

/**
 * Whole at rest; between two positions while it glides; `rate` is in steps a second, 0 at rest. With reduced motion it
 * is always whole. A jump asks for no second render: while a run streams in there is one jump after another, and React
 * would take so many renders for an endless loop.
 */
export function useGlide(position: number, length: number, rate: number): number {
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const [, drawAgain] = useReducer((frames: number) => frames + 1, 0);
  const drawn = useRef(position);
  const isJump = isStill || rate > 12 || Math.abs(position - drawn.current) > STEPS_MAX;
  useEffect(() => {
    const from = drawn.current;
    if (isJump || position === from) {
      drawn.current = position;
      return undefined;
    }
    const durationMs = Math.min(GLIDE_MS, 800 / Math.max(1, rate));
    let start: number | null = null;
    let frame = requestAnimationFrame(function next(now) {
      start ??= now;
      const progress = Math.min(1, (now - start) / durationMs);
      drawn.current = progress === 1 ? position : from + (position - from) * easeCubicOut(progress);
      drawAgain();
      if (progress < 1) frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [position, isJump, rate]);
  // A new run may be shorter than where the old one was.
  return Math.min(isJump ? position : drawn.current, length);
}

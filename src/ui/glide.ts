/** The position that is drawn: it follows the playhead by gliding over single steps, and jumps over many. */
import { easeCubicOut } from 'd3';
import { useEffect, useRef, useState } from 'react';
import { useMedia } from './services.ts';

const GLIDE_MS = 220;
/** Further than this is a jump. */
const STEPS_MAX = 2;

/** Whole at rest; between two positions while it glides. With reduced motion it is always whole. */
export function useGlide(position: number, length: number, stepsPerSecond: number): number {
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const [shown, setShown] = useState(position);
  const current = useRef(position);
  useEffect(() => {
    const from = current.current;
    const distance = Math.abs(position - from);
    const show = (at: number) => {
      current.current = at;
      setShown(at);
    };
    if (isStill || distance === 0 || distance > STEPS_MAX || stepsPerSecond > 12) {
      show(position);
      return undefined;
    }
    const durationMs = Math.min(GLIDE_MS, 800 / Math.max(1, stepsPerSecond));
    let start: number | null = null;
    let frame = requestAnimationFrame(function next(now) {
      start ??= now;
      const progress = Math.min(1, (now - start) / durationMs);
      show(progress === 1 ? position : from + (position - from) * easeCubicOut(progress));
      if (progress < 1) frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [position, isStill, stepsPerSecond]);
  // A new run may be shorter than where the old one was.
  return Math.min(shown, length);
}

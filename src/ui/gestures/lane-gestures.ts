/**
 * Moving about in the lanes by wheel, drag and pinch: Ctrl and wheel, or two fingers, zoom where they are; a sideways wheel, dragging
 * and one finger move. Up and down scrolls, as everywhere. Emits numbers, draws nothing. Everything it does can also be done by keys and by a button.
 */
import { type RefObject, useEffect, useRef } from 'react';
import type { Extent } from '../../viz/extent.ts';
import type { LanesView } from '../lanes-view.ts';

export interface LaneGround {
  /** Where the plot begins and how wide it is, in pixels. */
  readonly left: number;
  readonly width: number;
  readonly extent: Extent;
  readonly total: number;
  readonly view: LanesView;
}

export function useLaneGestures(ref: RefObject<HTMLElement | null>, ground: LaneGround): void {
  const latest = useRef(ground);
  latest.current = ground;
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    let dragFrom: { readonly x: number; readonly centre: number } | null = null;
    /** Where fingers are. */
    const fingers = new Map<number, number>();
    const spread = (): number => {
      const [a = 0, b = 0] = fingers.values();
      return Math.max(8, Math.abs(a - b));
    };

    const onWheel = (event: WheelEvent) => {
      const { left, view, width, extent } = latest.current;
      const perPixel = (extent.to - extent.from) / Math.max(1, width);
      if (event.ctrlKey) {
        event.preventDefault();
        const at = (event.clientX - element.getBoundingClientRect().left - left) / Math.max(1, width);
        view.zoomAt(2 ** (-event.deltaY / 240), extent, Math.min(1, Math.max(0, at)));
      } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault();
        view.moveTo((extent.from + extent.to) / 2 + event.deltaX * perPixel);
      }
    };
    const onDown = (event: PointerEvent) => {
      const { left, extent } = latest.current;
      const isPlot = event.clientX - element.getBoundingClientRect().left > left;
      if (event.button !== 0 || !isPlot) return;
      if (event.pointerType === 'touch') fingers.set(event.pointerId, event.clientX);
      dragFrom = { x: event.clientX, centre: (extent.from + extent.to) / 2 };
    };
    const onPinch = (event: PointerEvent) => {
      const { left, view, width, extent } = latest.current;
      const before = spread();
      fingers.set(event.pointerId, event.clientX);
      const [a = 0, b = 0] = fingers.values();
      const at = ((a + b) / 2 - element.getBoundingClientRect().left - left) / Math.max(1, width);
      view.zoomAt(spread() / before, extent, Math.min(1, Math.max(0, at)));
    };
    const onMove = (event: PointerEvent) => {
      if (fingers.size > 1 && fingers.has(event.pointerId)) return onPinch(event);
      if (dragFrom === null) return;
      const { total, view, width, extent } = latest.current;
      const span = extent.to - extent.from;
      const moved = event.clientX - dragFrom.x;
      if (span >= total || Math.abs(moved) < 4) return;
      element.setPointerCapture(event.pointerId);
      view.moveTo(dragFrom.centre - (moved * span) / Math.max(1, width));
    };
    const onUp = (event: PointerEvent) => {
      fingers.delete(event.pointerId);
      dragFrom = null;
    };
    const listening = new AbortController();
    const { signal } = listening;
    element.addEventListener('wheel', onWheel, { passive: false, signal });
    element.addEventListener('pointerdown', onDown, { signal });
    element.addEventListener('pointermove', onMove, { signal });
    element.addEventListener('pointerup', onUp, { signal });
    element.addEventListener('pointercancel', onUp, { signal });
    return () => listening.abort();
  }, [ref]);
}

/**
 * The border of the pane it stands in, for resizing: drag it, move it by the arrow keys, or press the two buttons that
 * show when it has been pressed or has the focus. Double click, or Enter, puts it back.
 */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Icon } from './Icon.tsx';
import { keyedSize, type Layout, type PaneName, rangeOf, WIDE } from './panes.ts';
import { useMedia, useServices } from './services.ts';
import './splitter.css';

interface SplitterProps {
  readonly pane: PaneName;
  readonly label: string;
}

const BUTTON_PERCENT = 5;

export function Splitter({ label, pane }: SplitterProps) {
  const layout: Layout = useMedia(WIDE) ? 'wide' : 'stacked';
  const { panes } = useServices();
  const isAcross = layout === 'wide' && pane === 'code';
  /** The bottom grows upwards, away from its border. */
  const direction = layout === 'wide' && pane === 'bottom' ? -1 : 1;
  const border = useRef<HTMLDivElement>(null);
  const drag = useRef<{ readonly at: number; readonly percent: number } | null>(null);
  const now = useShare(border, layout, isAcross);
  useEffect(() => {
    panes.shares.set(pane, now);
  }, [panes, pane, now]);
  const [min, max] = rangeOf(layout, pane);
  const resize = (percent: number | null) => panes.resize(layout, pane, percent);
  const at = (event: PointerEvent) => (isAcross ? event.clientX : event.clientY);
  const onKeyDown = (event: KeyboardEvent) => {
    // What was measured may be older than the last key.
    const size = panes.getState()[layout][pane] ?? now;
    const to = keyedSize(event.key, size * direction, direction === 1 ? [min, max] : [-max, -min]);
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    resize(to === null ? null : to * direction);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current === null || border.current === null) return;
    const whole = wholeOf(border.current, layout, isAcross);
    resize(drag.current.percent + (((at(event) - drag.current.at) * direction) / whole) * 100);
  };
  const release = () => {
    drag.current = null;
  };
  return (
    <div className="splitter" data-pane={pane} data-across={isAcross}>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this is the pattern of a window splitter. */}
      <div
        ref={border}
        className="splitter-bar"
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation={isAcross ? 'vertical' : 'horizontal'}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={Math.round(now)}
        aria-valuetext={`${Math.round(now)} percent`}
        title={`${label}: drag, or arrow keys; double click puts it back`}
        onKeyDown={onKeyDown}
        onDoubleClick={() => resize(null)}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { at: at(event), percent: now };
        }}
        onPointerMove={onPointerMove}
        onPointerUp={release}
        onPointerCancel={release}
      />
      <div className="splitter-buttons">
        {([-1, 1] as const).map((way) => (
          <button
            key={way}
            type="button"
            tabIndex={-1}
            aria-label={`${label}, ${way * direction < 0 ? 'smaller' : 'larger'}`}
            onClick={() => resize(now + BUTTON_PERCENT * way * direction)}
          >
            <Icon name={way < 0 ? 'back' : 'forward'} size={10} />
          </button>
        ))}
      </div>
    </div>
  );
}

/** What the pane has of the whole, in percent, whoever gave it that. */
function useShare(border: React.RefObject<HTMLDivElement | null>, layout: Layout, isAcross: boolean): number {
  const [share, setShare] = useState(0);
  useEffect(() => {
    const element = border.current;
    const pane = paneOf(element);
    if (element === null || pane === null) return undefined;
    const measure = () => {
      const size = isAcross ? pane.offsetWidth : pane.offsetHeight;
      setShare((size / wholeOf(element, layout, isAcross)) * 100);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(pane);
    return () => observer.disconnect();
  }, [border, layout, isAcross]);
  return share;
}

function paneOf(border: HTMLElement | null): HTMLElement | null {
  return border?.parentElement?.parentElement ?? null;
}

/** What shares are of. */
function wholeOf(border: HTMLElement, layout: Layout, isAcross: boolean): number {
  const frame = paneOf(border)?.parentElement;
  if (layout === 'stacked' || frame == null) return Math.max(1, border.ownerDocument.documentElement.clientHeight);
  return Math.max(1, isAcross ? frame.clientWidth : frame.clientHeight);
}

/** Tells the style sheet the sizes that the reader has chosen; what is absent there is as designed. */
export function usePaneSizes(stage: React.RefObject<HTMLElement | null>): void {
  const layout: Layout = useMedia(WIDE) ? 'wide' : 'stacked';
  const sizes = useStore(useServices().panes, (state) => state[layout]);
  useEffect(() => {
    const element = stage.current;
    if (element === null) return undefined;
    const unit = layout === 'wide' ? '%' : 'dvh';
    for (const [pane, percent] of Object.entries(sizes))
      element.style.setProperty(`--pane-${pane}`, `${percent}${unit}`);
    return () => {
      for (const pane of Object.keys(sizes)) element.style.removeProperty(`--pane-${pane}`);
    };
  }, [stage, sizes, layout]);
}

/**
 * Spans and arrows on a canvas: where there are more of them than a browser moves as elements of their own. The same marks, colours
 * and patterns. Only the part of the height that is scrolled into view is drawn.
 */
import { useLayoutEffect, useRef } from 'react';
import type { ArrowMark, SpanLook, SpanMark } from '../viz/lane-marks.ts';
import { useMedia, useSettings } from './services.ts';

/** More of them than this, and a layer is drawn here. */
export const MARKS_MAX = 1_000;

interface LanesCanvasProps {
  readonly spans: readonly SpanMark[];
  readonly arrows: readonly ArrowMark[];
  readonly position: number;
  readonly width: number;
  /** Which part of the whole height. */
  readonly top: number;
  readonly height: number;
}

export function LanesCanvas({ arrows, height, position, spans, top, width }: LanesCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  // A change of any of these changes the colours.
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const isForced = useMedia('(forced-colors: active)');
  const [settings] = useSettings();
  const scale = canvas.current?.ownerDocument.defaultView?.devicePixelRatio ?? 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours come from the style sheet, which follows these.
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (element == null || context == null) return;
    const ratio = element.ownerDocument.defaultView?.devicePixelRatio ?? 1;
    element.width = Math.ceil(width * ratio);
    element.height = Math.ceil(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, -top * ratio);
    draw(context, { spans, arrows, position }, paletteOf(element));
  }, [spans, arrows, position, width, top, height, scale, isDark, isForced, settings]);
  return (
    <div className="lanes-canvas" style={{ top }} aria-hidden="true">
      <canvas ref={canvas} style={{ width, height }} />
    </div>
  );
}

type Palette = Readonly<Record<SpanLook | 'arrow', string>>;

interface Drawn {
  readonly spans: readonly SpanMark[];
  readonly arrows: readonly ArrowMark[];
  readonly position: number;
}

function draw(context: CanvasRenderingContext2D, { arrows, position, spans }: Drawn, palette: Palette): void {
  const fills: Readonly<Record<SpanLook, string | CanvasPattern>> = {
    running: palette.running,
    waiting: palette.waiting,
    ready: striped(context, { colour: palette.ready, period: 5, line: 2.2, way: 1 }) ?? palette.ready,
    cancelling: striped(context, { colour: palette.cancelling, period: 6, line: 3, way: -1 }) ?? palette.cancelling,
  };
  for (const look of ['waiting', 'ready', 'cancelling', 'running'] as const) {
    context.fillStyle = fills[look];
    for (const { height, look: own, width, x, y } of spans) if (own === look) context.fillRect(x, y, width, height);
  }
  context.strokeStyle = palette.arrow;
  context.fillStyle = palette.arrow;
  context.lineWidth = 1.3;
  for (const { fromY, position: at, toY, x } of arrows) {
    const direction = toY > fromY ? 1 : -1;
    const end = toY - direction * 8;
    context.globalAlpha = at > position ? 0.32 : 1;
    context.beginPath();
    context.moveTo(x, fromY + direction * 9);
    context.lineTo(x, end - direction * 4);
    context.stroke();
    context.beginPath();
    context.moveTo(x - 3.5, end - direction * 6);
    context.lineTo(x + 3.5, end - direction * 6);
    context.lineTo(x, end);
    context.fill();
  }
  context.globalAlpha = 1;
}

interface Stripes {
  readonly colour: string;
  readonly period: number;
  readonly line: number;
  readonly way: 1 | -1;
}

/** Slanting lines; the canvas of a tile wraps at its edges. */
function striped({ canvas }: CanvasRenderingContext2D, stripes: Stripes): CanvasPattern | null {
  const { colour, line, period, way } = stripes;
  const tile = canvas.ownerDocument.createElement('canvas');
  const size = Math.round(period * Math.SQRT2);
  tile.width = size;
  tile.height = size;
  const context = tile.getContext('2d');
  if (context === null) return null;
  context.strokeStyle = colour;
  context.lineWidth = line;
  for (const shift of [-size, 0, size]) {
    context.beginPath();
    context.moveTo(shift - 1, way === 1 ? size + 1 : -1);
    context.lineTo(shift + size + 1, way === 1 ? -1 : size + 1);
    context.stroke();
  }
  return canvas.getContext('2d')?.createPattern(tile, 'repeat') ?? null;
}

/** As the style sheet has them now. */
function paletteOf(element: HTMLCanvasElement): Palette {
  const resolved = (token: string): string => {
    element.style.color = `var(--${token})`;
    return element.ownerDocument.defaultView?.getComputedStyle(element).color ?? '';
  };
  const palette = {
    running: resolved('running'),
    ready: resolved('ready'),
    waiting: resolved('waiting'),
    cancelling: resolved('cancelling'),
    arrow: resolved('ink-soft'),
  };
  element.style.removeProperty('color');
  return palette;
}

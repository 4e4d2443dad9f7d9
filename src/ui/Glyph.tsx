/** The glyph of a state, 16 units wide, drawn in the current colour. Beside it there is always a word or a name. */
import { memo, type ReactElement } from 'react';
import type { GlyphName } from '../viz/states.ts';

const SHAPES: Readonly<Record<GlyphName, ReactElement>> = {
  triangle: <path d="M4 2.5v11l9.5-5.5z" fill="currentColor" />,
  dots: (
    <g fill="currentColor">
      <circle cx="3" cy="8" r="1.8" />
      <circle cx="8" cy="8" r="1.8" />
      <circle cx="13" cy="8" r="1.8" />
    </g>
  ),
  pause: <path d="M4.5 3h2.4v10H4.5zM9.1 3h2.4v10H9.1z" fill="currentColor" />,
  bolt: <path d="M9.5 1 3.5 9h3.7L6 15l6.5-8.6H8.6z" fill="currentColor" />,
  tick: <path d="m3 8.5 3.4 3.4L13 4.6" fill="none" stroke="currentColor" strokeWidth="2" />,
  cross: <path d="m4 4 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="2" />,
  'slashed-circle': (
    <g fill="none" stroke="currentColor" strokeWidth="1.7">
      <circle cx="8" cy="8" r="5.6" />
      <path d="m4.2 11.8 7.6-7.6" />
    </g>
  ),
  shield: <path d="M3 3h10v5c0 3-2.4 4.8-5 6-2.6-1.2-5-3-5-6z" fill="none" stroke="currentColor" strokeWidth="1.7" />,
  hourglass: <path d="M4 2h8v1.5L9 8l3 4.5V14H4v-1.5L7 8 4 3.5z" fill="currentColor" />,
  'falling-dot': (
    <g fill="none" stroke="currentColor" strokeWidth="1.6">
      <circle cx="8" cy="11" r="3" strokeDasharray="2 1.5" />
      <path d="M8 1.5v4" />
    </g>
  ),
};

export const Glyph = memo(function Glyph({ name, size = 14 }: { readonly name: GlyphName; readonly size?: number }) {
  return (
    <svg className="glyph" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
});

/** The same shape inside another drawing, centred on a point. */
export function GlyphAt(props: {
  readonly name: GlyphName;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}) {
  const { name, size, x, y } = props;
  const scale = size / 16;
  return <g transform={`translate(${x - size / 2} ${y - size / 2}) scale(${scale})`}>{SHAPES[name]}</g>;
}

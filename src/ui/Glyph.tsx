/** The glyph of a state, 16 units wide, drawn in the current colour. Beside it there is always a word or a name. */
import { memo } from 'react';
import { GLYPHS } from '../viz/glyphs.ts';
import type { GlyphName } from '../viz/states.ts';

export const Glyph = memo(function Glyph({ name, size = 14 }: { readonly name: GlyphName; readonly size?: number }) {
  return (
    <svg className="glyph" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      <Shape name={name} />
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
  return (
    <g transform={`translate(${x - size / 2} ${y - size / 2}) scale(${scale})`}>
      <Shape name={name} />
    </g>
  );
}

function Shape({ name }: { readonly name: GlyphName }) {
  return GLYPHS[name].map(({ d, dash, stroke }) => (
    <path
      key={d}
      d={d}
      fill={stroke === null ? 'currentColor' : 'none'}
      stroke={stroke === null ? undefined : 'currentColor'}
      strokeWidth={stroke ?? undefined}
      strokeDasharray={dash}
    />
  ));
}

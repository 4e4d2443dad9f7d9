/** What became of an order, as a shape: beside it, or in the name of its button, there is always a word. */
import { memo, type ReactElement } from 'react';
import type { Fate } from '../lab/verdict.ts';

const SHAPES: Readonly<Record<Fate, ReactElement>> = {
  lost: <path d="m4 4 8 8m0-8-8 8" />,
  once: <path d="m3 8.5 3.4 3.4L13 4.6" />,
  duplicated: <path d="m1 8.5 3 3 5.4-6.6M8 11l.6.5L15 4.9" />,
};

export const FateGlyph = memo(function FateGlyph({ fate, size = 14 }: { readonly fate: Fate; readonly size?: number }) {
  return (
    <svg
      className="fate"
      viewBox="0 0 16 16"
      width={size}
      height={size}
      data-fate={fate}
      aria-hidden="true"
      focusable="false"
    >
      <g fill="none" stroke="currentColor" strokeWidth="2">
        {SHAPES[fate]}
      </g>
    </svg>
  );
});

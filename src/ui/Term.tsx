/** A term of art: pressed or pointed at it is explained. `Termed` finds the terms in a text. */
import { memo, type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { partOf, usePart } from './part.ts';
import { useServices } from './services.ts';
import type { TipBoxProps } from './TipBox.tsx';
import { type Finder, piecesOf, type TermName } from './words.ts';
import './term.css';

const TIP_BOX = partOf<TipBoxProps>(async () => (await import('./TipBox.tsx')).TipBox);

export function Term({ children, name }: { readonly name: TermName; readonly children: ReactNode }) {
  const { tips } = useServices();
  const anchor = useRef<HTMLButtonElement>(null);
  const isOpen = useStore(tips.store, ({ tip }) => tip !== null && tip.anchor === anchor.current);
  useEffect(() => {
    const element = anchor.current;
    return () => tips.close(element);
  }, [tips]);
  return (
    <button
      ref={anchor}
      type="button"
      className="term"
      aria-expanded={isOpen}
      onPointerEnter={(event) => {
        TIP_BOX.ahead();
        if (event.pointerType === 'mouse') tips.open({ term: name, anchor: event.currentTarget, how: 'pointed' });
      }}
      onPointerLeave={tips.leave}
      onClick={(event) =>
        tips.open({ term: name, anchor: event.currentTarget, how: event.detail === 0 ? 'keyed' : 'pressed' })
      }
    >
      {children}
    </button>
  );
}

interface TermedProps {
  readonly text: string;
  /** More terms than this are left as words. */
  readonly max?: number;
  /** Where there are more terms than usual. */
  readonly find?: Finder;
}

export const Termed = memo(function Termed({ find = piecesOf, max, text }: TermedProps) {
  return find(text, max).map(({ at, term, text: words }) =>
    term === null ? (
      words
    ) : (
      <Term key={at} name={term}>
        {words}
      </Term>
    ),
  );
});

/** The one box in which terms are explained. */
export function TermTip() {
  const { tips } = useServices();
  const tip = useStore(tips.store, ({ tip: now }) => now);
  const state = usePart(tip === null ? null : TIP_BOX);
  if (tip === null || state.phase !== 'loaded') return null;
  return <state.Component tip={tip} tips={tips} />;
}

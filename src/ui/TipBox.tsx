/** The explanation of a term: a native popover, so that Escape and a press elsewhere take it away. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Spelled } from './Spelled.tsx';
import { hrefOf, TERMS } from './terms.ts';
import type { Tip, Tips } from './tips.ts';

export interface TipBoxProps {
  readonly tip: Tip;
  readonly tips: Tips;
}

const GAP = 6;
const MARGIN = 8;

export function TipBox({ tip, tips }: TipBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const { anchor, how, term } = tip;
  const { page, sentence } = TERMS[term];
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (!element.matches(':popover-open')) element.showPopover();
    place(element, anchor);
    if (how === 'keyed') element.querySelector('a')?.focus();
  }, [anchor, how]);
  // One that scrolls away with its anchor would be left standing.
  useEffect(() => {
    const view = anchor.ownerDocument.defaultView;
    const close = () => tips.close();
    view?.addEventListener('resize', close);
    anchor.ownerDocument.addEventListener('scroll', close, { capture: true, passive: true });
    return () => {
      view?.removeEventListener('resize', close);
      anchor.ownerDocument.removeEventListener('scroll', close, { capture: true });
    };
  }, [anchor, tips]);
  return (
    <div
      ref={box}
      className="tip"
      popover="auto"
      role="dialog"
      aria-label={term}
      onPointerEnter={tips.stay}
      onPointerLeave={tips.leave}
      onToggle={(event) => {
        if (event.newState !== 'closed') return;
        const hadFocus = box.current?.contains(anchor.ownerDocument.activeElement) === true;
        tips.close(anchor);
        if (hadFocus) anchor.focus();
      }}
    >
      <p>
        <Spelled text={sentence} />
      </p>
      <a href={hrefOf(page)} target="_blank" rel="noopener noreferrer">
        {page.startsWith('https:') ? 'Channels documentation' : 'Python documentation'}
        <span className="unseen"> on {term}, in a new tab</span>
      </a>
    </div>
  );
}

/** Below its anchor, or above where there is no room; never out of the window. */
function place(element: HTMLElement, anchor: HTMLElement): void {
  const { clientHeight, clientWidth } = anchor.ownerDocument.documentElement;
  const { bottom, left, top } = anchor.getBoundingClientRect();
  const { offsetHeight, offsetWidth } = element;
  const isBelow = bottom + GAP + offsetHeight + MARGIN <= clientHeight;
  element.style.left = `${Math.max(MARGIN, Math.min(left, clientWidth - offsetWidth - MARGIN))}px`;
  element.style.top = `${isBelow ? bottom + GAP : Math.max(MARGIN, top - GAP - offsetHeight)}px`;
}

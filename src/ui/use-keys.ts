/** Keys pressed anywhere become actions, where the focus and the reader's wishes allow. */
import { useEffect, useRef } from 'react';
import { perform } from './commands.ts';
import { type Action, actionFor, type Focus } from './keys.ts';
import { usePage } from './page.ts';
import { useServices } from './services.ts';

/** `isTaken`: which of them mean anything here. */
export function useKeys(isTaken: (action: Action) => boolean = () => true): void {
  const page = usePage();
  const services = useServices();
  const isTakenNow = useRef(isTaken);
  isTakenNow.current = isTaken;
  useEffect(
    () =>
      page.onKeyDown((event) => {
        if (event.defaultPrevented || services.chrome.getState().dialog !== 'none') return;
        // Escape takes away what explains a term, and nothing else.
        if (event.key === 'Escape' && services.tips.store.getState().tip !== null) return;
        const target = event.composedPath()[0];
        const focus = focusOf(target);
        const isPresenting = services.chrome.getState().mode === 'present';
        const action = actionFor(event, focus, services.settings.getState().shortcuts, isPresenting);
        if (action === null || !isTakenNow.current(action)) return;
        event.preventDefault();
        const isSlider = target instanceof Element && target.getAttribute('role') === 'slider';
        perform(services, action, isSlider);
      }),
    [page, services],
  );
}

const TEXT = 'input:not([type="radio"], [type="checkbox"]), textarea, [contenteditable="true"], [contenteditable=""]';
const CONTROL = 'button, select, a[href], summary, [role="tab"], input, [tabindex="0"]:not([role="slider"])';

function focusOf(target: EventTarget | undefined): Focus {
  if (!(target instanceof Element)) return { on: 'nothing', isInTimeline: false };
  const isInTimeline = target.closest('[data-timeline]') !== null;
  // There letters and numbers are answers.
  if (target.closest(`${TEXT}, [data-answers]`) !== null) return { on: 'text', isInTimeline };
  if (target.getAttribute('role') === 'slider') return { on: 'timeline', isInTimeline };
  if (target.closest(CONTROL) !== null) return { on: 'control', isInTimeline };
  return { on: target.tagName === 'BODY' ? 'nothing' : 'control', isInTimeline };
}

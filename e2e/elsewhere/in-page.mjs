/** Functions that run inside the page, in whatever browser: each stands alone. */

/** Notes what goes wrong from now on; what goes wrong before, the smoke journey sees as a page that does not work. */
export function watch() {
  /** @type {string[]} */
  const complaints = [];
  Object.assign(globalThis, { complaints });
  addEventListener('error', ({ message }) => complaints.push(`uncaught: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(`uncaught: ${reason}`));
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) =>
    complaints.push(`CSP: ${effectiveDirective} blocked ${blockedURI}`),
  );
}

export function complaintsSoFar() {
  return Reflect.get(globalThis, 'complaints');
}

/** The run is over, its fingerprint is there, and the step where the page stands has been told. */
export function isOver() {
  const isAgain = [...document.querySelectorAll('button')].some(
    ({ textContent }) => textContent?.trim() === 'Run again',
  );
  return isAgain && document.querySelector('.run-note dd') !== null && document.querySelector('.narration') !== null;
}

export function fingerprint() {
  return document.querySelector('.run-note dd')?.textContent ?? '';
}

export function focusPlayhead() {
  const playhead = document.querySelector('[role=slider][aria-label=Playhead]');
  if (playhead instanceof HTMLElement) playhead.focus();
  return document.activeElement === playhead;
}

/** @param {number} wanted */
export function isAtStep(wanted) {
  const step = document.querySelector('[role=slider][aria-label=Playhead]')?.getAttribute('aria-valuenow');
  const sentence = document.querySelector('.narration')?.textContent ?? '';
  return Number(step) === wanted && sentence !== '';
}

/** What a class reads off its screens. */
export function told() {
  const text = (/** @type {string} */ selector) => document.querySelector(selector)?.textContent ?? '';
  const playhead = document.querySelector('[role=slider][aria-label=Playhead]');
  return {
    sentence: text('.narration'),
    place: playhead?.getAttribute('aria-valuetext') ?? '',
    badge: text('.run-badge'),
    fingerprint: text('.run-note dd'),
  };
}

/** What must be there: a program that can be edited, lanes and a loop that are drawn, and words about the step. */
export function looks() {
  const editor = [...document.querySelectorAll('.editor-host')].flatMap((host) => [
    ...(host.shadowRoot?.querySelectorAll('.cm-content[contenteditable=true]') ?? []),
  ]);
  const isDrawn = (/** @type {string} */ selector) =>
    [...document.querySelectorAll(selector)].some((mark) => mark.getBoundingClientRect().width > 0);
  return {
    isEditable: editor.length === 1 && (editor[0]?.textContent ?? '').includes('import asyncio'),
    hasLanes: isDrawn('.lanes-svg .lane-span'),
    hasLoop: isDrawn('svg.drawing g'),
    isWide: (document.scrollingElement?.scrollWidth ?? 0) > innerWidth,
  };
}

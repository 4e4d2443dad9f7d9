/**
 * Which key does what. Pure: a key press and where the focus is give an action or nothing. Single keys can be switched
 * off or bound to the timeline's focus (WCAG 2.1.4), because speech software types letters.
 */

export const SHORTCUT_MODES = ['off', 'focus', 'on'] as const;
export type ShortcutMode = (typeof SHORTCUT_MODES)[number];

export interface Binding {
  readonly action: Action;
  /** As `KeyboardEvent.key`, `Shift+`, `Ctrl+` (Command on a Mac) and `Alt+` before it. */
  readonly keys: readonly string[];
  readonly text: string;
}

export const BINDINGS = [
  { action: 'run', keys: ['F5'], text: 'Run the program' },
  { action: 'toggle', keys: ['Space', 'K'], text: 'Play, pause' },
  { action: 'forward', keys: ['ArrowRight', '.', 'F10'], text: 'One step on' },
  { action: 'back', keys: ['ArrowLeft', ',', 'Shift+F10'], text: 'One step back' },
  { action: 'nextAwait', keys: ['N', 'Alt+ArrowRight'], text: 'On to the next suspension at an await' },
  { action: 'nextTurn', keys: ['T'], text: "On to the selected task's next turn" },
  { action: 'nextIteration', keys: ['I'], text: 'On to the next iteration of the loop' },
  {
    action: 'toggleBreakpoint',
    keys: ['F9'],
    text: 'Set or remove a breakpoint at the line of the cursor, or that runs',
  },
  { action: 'nextHalt', keys: ['B'], text: 'On to where a breakpoint holds next' },
  { action: 'previousHalt', keys: ['Shift+B'], text: 'Back to where a breakpoint held before' },
  { action: 'into', keys: ['F11', 'U'], text: "Show Python's own library where it runs" },
  { action: 'out', keys: ['Shift+F11'], text: 'Stay in your own code' },
  { action: 'nextOfThing', keys: ['Shift+ArrowRight'], text: 'On to the next event of what is selected' },
  { action: 'previousOfThing', keys: ['Shift+ArrowLeft'], text: 'Back to the event before, of what is selected' },
  { action: 'inspect', keys: ['V'], text: 'Look inside what is selected, or what runs' },
  { action: 'first', keys: ['Home'], text: 'The beginning' },
  { action: 'last', keys: ['End'], text: 'The end' },
  { action: 'tenOn', keys: ['PageUp'], text: 'Ten steps on' },
  { action: 'tenBack', keys: ['PageDown'], text: 'Ten steps back' },
  { action: 'goTo', keys: ['G'], text: 'Go to a step by its number' },
  { action: 'slower', keys: ['J', '['], text: 'Slower' },
  { action: 'faster', keys: ['L', ']'], text: 'Faster' },
  { action: 'zoomIn', keys: ['W'], text: 'Zoom the lanes in' },
  { action: 'zoomOut', keys: ['S'], text: 'Zoom the lanes out' },
  { action: 'panLeft', keys: ['A'], text: 'Move the lanes left' },
  { action: 'panRight', keys: ['D'], text: 'Move the lanes right' },
  { action: 'fit', keys: ['F'], text: 'Show the whole life of what is selected, or the whole run' },
  { action: 'findLane', keys: ['/'], text: 'Find lanes by name, state or file:line' },
  { action: 'nextHit', keys: ['H'], text: 'The next lane that was found' },
  { action: 'previousHit', keys: ['Shift+H'], text: 'The lane found before' },
  { action: 'pin', keys: ['P'], text: 'Pin the lane to the top that is selected, or of this step; or let it go' },
  { action: 'fold', keys: ['O'], text: 'Open or close the group of the lane that is selected, or of this step' },
  { action: 'clear', keys: ['Escape'], text: 'Pause, and select nothing' },
  { action: 'explore', keys: ['Ctrl+1', '1'], text: 'Explore: the whole page' },
  { action: 'learn', keys: ['Ctrl+2', '2'], text: 'Learn: predict, then see' },
  { action: 'present', keys: ['Ctrl+3', '3'], text: 'Present: large, for a projector' },
  { action: 'handout', keys: ['Ctrl+4', '4'], text: 'Handout: on paper' },
  { action: 'share', keys: ['Ctrl+Shift+S'], text: 'Share' },
  { action: 'help', keys: ['?'], text: 'This sheet' },
] as const satisfies readonly { action: string; keys: readonly string[]; text: string }[];

/** Instead, or besides, while Present is shown. What a presenter's remote control sends is among them. */
export const PRESENT_BINDINGS = [
  { action: 'forward', keys: ['PageDown'], text: 'One step on' },
  { action: 'back', keys: ['PageUp'], text: 'One step back' },
  { action: 'question', keys: ['Enter'], text: 'On to the next question; its answer; on from there' },
  { action: 'blank', keys: ['B'], text: 'Blank the screen' },
  { action: 'enlarge', keys: ['Z'], text: 'Enlarge the lane of this step' },
  { action: 'showQr', keys: ['Q'], text: 'The link as a QR code' },
  { action: 'leave', keys: ['Escape'], text: 'Back to Explore' },
] as const satisfies readonly { action: string; keys: readonly string[]; text: string }[];

export type Action = (typeof BINDINGS | typeof PRESENT_BINDINGS)[number]['action'];

export interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export interface Focus {
  /** `text`: something one types into; `control`: a button, a select, a link; `timeline`: the slider or the lanes. */
  readonly on: 'nothing' | 'text' | 'control' | 'timeline';
  readonly isInTimeline: boolean;
}

export function actionFor(press: Press, focus: Focus, mode: ShortcutMode, isPresenting = false): Action | null {
  const combination = combinationOf(press);
  const bindings: readonly Binding[] = isPresenting ? [...PRESENT_BINDINGS, ...BINDINGS] : BINDINGS;
  const binding = bindings.find(({ keys }) => keys.some((key) => key === combination));
  if (binding === undefined) return null;
  // Keys of the browser's own are taken over only while the reader is inside the page.
  if (/F\d+$/.test(combination)) return focus.on === 'nothing' && mode !== 'on' ? null : binding.action;
  if (combination.startsWith('Ctrl+')) return binding.action;
  if (focus.on === 'text') return null;
  if (binding.action === 'leave') return 'leave';
  if (mode === 'off') return null;
  // A button's Space and Enter, and a control's arrows, are its own.
  if (focus.on === 'control' && /^(Space|Enter|Arrow|Home|End|Page)/.test(combination)) return null;
  // There the whole page is the timeline.
  return mode === 'on' || focus.isInTimeline || isPresenting ? binding.action : null;
}

function combinationOf({ altKey, ctrlKey, key, metaKey, shiftKey }: Press): string {
  const isLetter = /^[a-z]$/i.test(key);
  const name = key === ' ' ? 'Space' : isLetter ? key.toUpperCase() : key;
  // Shift is how `?` is typed at all; it counts where the key has another name without it.
  const isShifted = shiftKey && (isLetter || key.length > 1);
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${isShifted ? 'Shift+' : ''}${name}`;
}

const SPOKEN: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page up',
  PageDown: 'Page down',
};

/** For people: `Alt+→`. */
export function spokenKey(key: string): string {
  return key
    .split('+')
    .map((part) => SPOKEN[part] ?? part)
    .join('+');
}

/**
 * What the reader sees inside a run: the values of one thing at one position, which nodes are open, and what stood there at the step
 * before. Beside the run, with a client of its own: nothing here changes what was recorded.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Inquiry, MEMBERS_PAGE, type Subject, type ValuesAnswer } from '../scenario/inspection.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Inquirer } from './inquirer.ts';
import type { Selection } from './state.ts';

/** Answers that are kept. */
const KEPT_MAX = 60;

export interface Place {
  /** What was run. */
  readonly scenario: Scenario;
  readonly position: number;
  readonly subject: Subject;
}

export interface Sight extends Place {
  readonly answer: ValuesAnswer;
}

export interface InspectionState {
  /** Where the reader wants to look; null: nowhere. */
  readonly place: Place | null;
  /** What is shown, which may be of the place before as long as the answer is on its way. */
  readonly sight: Sight | null;
  /** Of the same thing, at the step at which the reader was before. */
  readonly before: Sight | null;
  readonly isAsking: boolean;
  /** Why nothing can be shown; '' otherwise. */
  readonly failure: string;
  readonly toggled: ReadonlySet<string>;
  readonly wanted: Readonly<Record<string, number>>;
}

export interface Inspection extends StoreApi<InspectionState> {
  readonly look: (place: Place) => void;
  /** Opens or closes a node. */
  readonly toggle: (path: string) => void;
  /** One more page of its members. */
  readonly more: (path: string) => void;
}

const NOTHING: InspectionState = {
  ...{ place: null, sight: null, before: null, isAsking: false, failure: '' },
  toggled: new Set(),
  wanted: {},
};

export function createInspection(inquirer: Inquirer): Inspection {
  const store = createStore<InspectionState>(() => NOTHING);
  const { getState: get, setState: set } = store;
  const known = new Map<string, ValuesAnswer>();
  let of: Scenario | null = null;

  const show = (place: Place, answer: ValuesAnswer) =>
    set(({ before, sight }) => ({
      sight: { ...place, answer },
      before: beforeThat(place, sight, before),
      isAsking: false,
      failure: '',
    }));

  const ask = () => {
    const { place, toggled, wanted } = get();
    if (place === null) return;
    if (place.scenario !== of) known.clear();
    of = place.scenario;
    const { position, scenario, subject } = place;
    const inquiry: Inquiry = { kind: 'values', position, subject, toggled: [...toggled], wanted };
    const key = JSON.stringify(inquiry);
    const answer = known.get(key);
    if (answer !== undefined) return show(place, answer);
    set({ isAsking: true });
    inquirer.ask(scenario, inquiry, (received) => {
      if (received.kind === 'failed') set({ isAsking: false, failure: received.message });
      if (received.kind !== 'values' || scenario !== of) return;
      known.set(key, received);
      const [oldest] = known.keys();
      if (known.size > KEPT_MAX && oldest !== undefined) known.delete(oldest);
      if (get().place === place) show(place, received);
    });
  };

  return {
    ...store,
    look(place) {
      const { place: now } = get();
      if (now !== null && isSamePlace(now, place)) return;
      const isOther = now === null || now.scenario !== place.scenario || !isSameSubject(now.subject, place.subject);
      set(isOther ? { place, sight: null, before: null } : { place });
      ask();
    },
    toggle(path) {
      set(({ toggled }) => ({
        toggled: new Set(toggled.has(path) ? [...toggled].filter((one) => one !== path) : [...toggled, path]),
      }));
      ask();
    },
    more(path) {
      set(({ wanted }) => ({ wanted: { ...wanted, [path]: (wanted[path] ?? MEMBERS_PAGE) + MEMBERS_PAGE * 2 } }));
      ask();
    },
  };
}

/** Undefined: what is selected holds no objects of the program. */
export function subjectOf({
  id,
  kind,
}: {
  readonly kind: Selection['kind'];
  readonly id?: number;
}): Subject | undefined {
  switch (kind) {
    case 'none':
      return { kind: 'running' };
    case 'task':
      // The lane of a thread, see `laneOfThread`.
      return id !== undefined && id < 0 ? { kind: 'thread', id: -id } : { kind: 'task', id: id ?? 0 };
    case 'link':
    case 'message':
    case 'envelope':
    case 'queue':
      return undefined;
    default:
      return { kind, id: id ?? 0 };
  }
}

/** What the new sight is to be compared with: the one that was shown, if it is of the same thing at another step. */
function beforeThat(place: Place, shown: Sight | null, before: Sight | null): Sight | null {
  if (shown === null || shown.scenario !== place.scenario || !isSameSubject(shown.subject, place.subject)) return null;
  return shown.position === place.position ? before : shown;
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.scenario === b.scenario && a.position === b.position && isSameSubject(a.subject, b.subject);
}

function isSameSubject(a: Subject, b: Subject): boolean {
  return a.kind === b.kind && ('id' in a ? a.id : 0) === ('id' in b ? b.id : 0);
}

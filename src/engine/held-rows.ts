/** The rows of the trace about what holds tasks: locks, queues and the like, and the scopes of timeouts and task groups. */
import type { SyncState } from '../asyncio/probes.ts';
import type { ScopeState } from '../asyncio/scopes.ts';
import type { PyObject, Value } from '../python/objects/value.ts';
import type { EventOf } from '../trace/events.ts';
import { describe } from './describe.ts';
import { microseconds } from './describe-handles.ts';

const NO_TEXTS: readonly string[] = [];
const NO_IDS: readonly number[] = [];
const NO_OBJECTS: readonly PyObject[] = [];

/** A sync object's state as it stands in the trace. */
export interface Told {
  readonly state: SyncState;
  readonly waiters: readonly number[];
  readonly putters: readonly number[];
  readonly texts: readonly string[];
  readonly holders: readonly number[];
}

export class HeldRows {
  /** The number of a future or task in the trace; 0: it is none. */
  private readonly future: (object: PyObject | null) => number;
  private readonly last = { sync: 0, scope: 0 };
  private readonly syncIds: WeakMap<PyObject, number> = new WeakMap();
  private readonly scopeIds: WeakMap<PyObject, number> = new WeakMap();
  /** By sync object: what was told last. */
  private readonly told: (Told | undefined)[] = [];

  constructor(future: (object: PyObject | null) => number) {
    this.future = future;
  }

  sync(object: PyObject): number {
    const known = this.syncIds.get(object);
    if (known !== undefined) return known;
    this.syncIds.set(object, ++this.last.sync);
    return this.last.sync;
  }

  /** What a lock or queue holds is told again with every change of it: a line that has not moved is not numbered again. */
  changed(sync: number, state: SyncState): Told {
    const before = this.told[sync];
    const told = {
      state,
      waiters: this.line(state.waiters, before?.state.waiters, before?.waiters),
      putters: this.line(state.putters, before?.state.putters, before?.putters),
      holders: this.futures(state.holders),
      texts: before?.state.items === state.items ? before.texts : itemTexts(state.items, before),
    };
    this.told[sync] = told;
    return told;
  }

  scope(object: PyObject, { type, state, task, when, children, count }: ScopeState): EventOf<'scope.changed'> {
    const scope = this.scopeIds.get(object) ?? ++this.last.scope;
    this.scopeIds.set(object, scope);
    return {
      kind: 'scope.changed',
      scope,
      type,
      state,
      task: this.future(task),
      when: when === null ? 0 : microseconds(when),
      children: this.futures(children),
      count,
    };
  }

  /** The numbers of those that wait. What is known of the last line holds as long as it only moves up. */
  private line(
    now: readonly PyObject[],
    before: readonly PyObject[] = NO_OBJECTS,
    known: readonly number[] = NO_IDS,
  ): readonly number[] {
    if (now === before) return known;
    const { gone, same } = stayed(before, now);
    if (same === 0) return this.futures(now);
    const ids = known.slice(gone, gone + same);
    for (let i = same; i < now.length; i++) ids.push(this.future(now[i] as PyObject));
    return ids;
  }

  private futures(objects: readonly PyObject[]): readonly number[] {
    return objects.length === 0 ? NO_IDS : objects.map((object) => this.future(object));
  }
}

/** Of a line: whether the first is gone, and how many behind it still stand one after another at the beginning. */
function stayed(before: readonly Value[], now: readonly Value[]): { readonly gone: 0 | 1; readonly same: number } {
  const gone = before.length > 1 && before[0] !== now[0] && before[1] === now[0] ? 1 : 0;
  const most = Math.min(now.length, before.length - gone);
  let same = 0;
  while (same < most && now[same] === before[same + gone]) same++;
  return { gone, same };
}

/** An item that was there before, or beside, is not described again. */
function itemTexts(items: readonly Value[], before: Told | undefined): readonly string[] {
  if (items.length === 0) return NO_TEXTS;
  if (before === undefined) return items.map((item) => describe(item));
  // Describing is the dear part; most lines move by one.
  const { gone, same } = stayed(before.state.items, items);
  const texts = before.texts.slice(gone, gone + same);
  for (let index = same; index < items.length; index++) texts.push(describe(items[index] as Value));
  return texts;
}

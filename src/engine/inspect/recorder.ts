/** A recorder that remembers the objects behind the numbers of the trace, and which line is just being told. The trace is the same. */
import type { PyHandle } from '../../asyncio/handles.ts';
import type { PyTask } from '../../asyncio/shapes.ts';
import type { PyException } from '../../python/objects/errors.ts';
import type { PyObject } from '../../python/objects/value.ts';
import type { Frame } from '../../python/vm/frame.ts';
import type { PyGenerator } from '../../python/vm/generator.ts';
import { type Machine, machine } from '../../python/vm/machine.ts';
import { Recorder } from '../recorder.ts';

/** An object, and the machine of the process that it belongs to. */
export interface Kept {
  readonly object: PyObject;
  readonly of: Machine;
}

export class InspectedRecorder extends Recorder {
  readonly futures: Map<number, Kept> = new Map();
  readonly handles: Map<number, Kept> = new Map();
  readonly coroutines: Map<number, Kept> = new Map();
  readonly syncs: Map<number, Kept> = new Map();
  /** The frame that is about to run a line: its own `line` is still the one before. */
  reaching: { readonly frame: Frame; readonly line: number } | null = null;

  /** The task that is about to go on: its frames are on no stack yet. */
  resuming: PyTask | null = null;

  override taskResumed(
    task: PyTask,
    handle: PyHandle | null,
    exception: PyException | null,
    waited: PyObject | null,
  ): void {
    this.resuming = task;
    super.taskResumed(task, handle, exception, waited);
    this.resuming = null;
  }

  override line(frame: Frame, line: number): void {
    this.reaching = { frame, line };
    super.line(frame, line);
    this.reaching = null;
  }

  override coroutineCreated(coroutine: PyGenerator, frame: Frame): void {
    try {
      super.coroutineCreated(coroutine, frame);
    } finally {
      // Also when the run is stopped at this very event.
      if (coroutine.trace !== null) keep(this.coroutines, coroutine.trace.id, coroutine);
    }
  }

  override syncCreated(object: PyObject, type: string, label: string): void {
    keep(this.syncs, this.held.sync(object), object);
    super.syncCreated(object, type, label);
  }

  protected override future(object: PyObject | null): number {
    const id = super.future(object);
    if (object !== null && id !== 0 && !this.futures.has(id)) keep(this.futures, id, object);
    return id;
  }

  protected override handle(handle: PyHandle | null): number {
    const id = super.handle(handle);
    if (handle !== null && !this.handles.has(id)) keep(this.handles, id, handle);
    return id;
  }
}

function keep(map: Map<number, Kept>, id: number, object: PyObject): void {
  map.set(id, { object, of: machine });
}

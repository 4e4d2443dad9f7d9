/** How a native function waits for a socket, a pipe or a selector: the thread sleeps until something changes there. */
import type { Outcome } from '../objects/native.ts';
import { machine } from '../vm/machine.ts';
import type { NetEndpoint } from '../vm/network.ts';
import type { WaitRequest } from '../vm/scheduler.ts';

/** What `attempt` gives while there is nothing to give. */
export const NOT_YET: unique symbol = Symbol('not yet');
export type Attempted = Outcome | typeof NOT_YET;

export interface Waiting {
  readonly kind: WaitRequest['kind'];
  /** What is waited for, as a sentence names it. */
  readonly label: () => string;
  /** Whose changes are worth another attempt. */
  readonly endpoints: readonly NetEndpoint[];
  /** Virtual time; null: for ever. Not later than now: there is one attempt and no waiting. */
  readonly deadline: number | null;
  /** See WaitRequest. */
  readonly foreseen?: () => number | null;
  /** Gives the result, raises, or says NOT_YET. */
  readonly attempt: () => Attempted;
  /** The result when the deadline has come first; or raises. */
  readonly late: () => Outcome;
}

/** The result of the call: at once, or when it has come. */
export function waitFor(waiting: Waiting): Outcome {
  const first = waiting.attempt();
  if (first !== NOT_YET) return first;
  const { deadline } = waiting;
  if (deadline !== null && deadline <= machine.clock.now()) return waiting.late();
  return block(waiting);
}

function block(waiting: Waiting): Outcome {
  const { scheduler, thread } = machine;
  const unwatch: (() => void)[] = [];
  const stop = (): void => {
    for (const end of unwatch) end();
  };
  const outcome = scheduler.block({
    kind: waiting.kind,
    label: waiting.label,
    on: null,
    deadline: waiting.deadline,
    ...(waiting.foreseen === undefined ? {} : { foreseen: waiting.foreseen }),
    abandon: stop,
    done: (isTimeout) => {
      stop();
      const result = waiting.attempt();
      if (result !== NOT_YET) return result;
      return isTimeout ? waiting.late() : block(waiting);
    },
  });
  const wait = scheduler.waits.get(thread);
  if (wait !== undefined) {
    for (const endpoint of waiting.endpoints) unwatch.push(endpoint.watch(() => scheduler.wake(wait)));
  }
  return outcome;
}

/** Lets so many seconds pass for this thread, then gives `result`. */
export function after(seconds: number, label: () => string, result: () => Outcome): Outcome {
  if (seconds <= 0) return result();
  const deadline = machine.clock.now() + seconds;
  return machine.scheduler.block({ kind: 'socket', label, on: null, deadline, done: result });
}

/**
 * The page's end of the wire. One run at a time: starting a second ends the first, and what is still on its way from an
 * old run is ignored.
 */
import hostAddress from '../engine/host.ts?worker&url';
import type { Inquiry } from '../scenario/inspection.ts';
import type { Victim } from '../scenario/lab/setting.ts';
import type { ExplorePlan } from '../scenario/orders.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Ending } from '../trace/ending.ts';
import type { Reply, Request, RunId } from './protocol.ts';

/** How long a worker that was told to stop may take before it is stopped from outside. */
export const CANCEL_PATIENCE_MS = 50;

export interface EngineClient {
  /** Starts a run; its replies come to `onReply`. A run that is not finished is forgotten without a word. */
  run(scenario: Scenario): RunId;
  /** Runs a scenario in many orders, in the place of a run. */
  explore(scenario: Scenario, plan: ExplorePlan): RunId;
  /** Asks what is inside a run of that scenario, in the place of a run. */
  inspect(scenario: Scenario, inquiry: Inquiry): RunId;
  /** Asks the current run to stop. It answers with `finished`, or is answered for after `CANCEL_PATIENCE_MS`. */
  cancel(): void;
  /** Sets who is told. One listener; a second takes the place of the first. `isMore`: the next follows at once. */
  onReply(listener: (reply: Reply, isMore?: boolean) => void): void;
  /** Ends the worker. */
  dispose(): void;
}

/** For the guarantee lab: each in the place of a run. */
export interface LabClient extends Pick<EngineClient, 'cancel' | 'onReply' | 'dispose'> {
  survey(scenario: Scenario, victim: Victim): RunId;
  judge(scenario: Scenario): RunId;
}

/** What a client needs of a `Worker`. */
export interface WorkerLike {
  postMessage(message: Request): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** The real one, for `workerClient`. */
export function engineWorker(): Worker {
  if (globalThis.origin === 'null') return new Worker(bootAddress(), { name: 'engine' });
  return new Worker(hostAddress, { type: 'module', name: 'engine' });
}

/**
 * A page without an origin of its own, as in a sandboxed frame, may start only a classic worker from a blob. That one loads the
 * same file; what is said to it before is kept until then.
 */
function bootAddress(): string {
  const host = JSON.stringify(new URL(hostAddress, import.meta.url).href);
  const boot = `const early = [];
onmessage = (event) => early.push(event);
import(${host}).then(
  () => { for (const event of early) onmessage(event); },
  (error) => setTimeout(() => { throw error; }),
);`;
  return URL.createObjectURL(new Blob([boot], { type: 'text/javascript' }));
}

export function workerClient(makeWorker: () => WorkerLike): EngineClient & LabClient {
  let worker: WorkerLike | null = null;
  let current: { readonly run: RunId; readonly patience: ReturnType<typeof setTimeout> | null } | null = null;
  let listener: (reply: Reply) => void = () => {};
  let runs = 0;

  function receive(reply: Reply): void {
    if (current === null || reply.run !== current.run) return;
    if (isLast(reply)) settle();
    listener(reply);
  }

  /** Answers for a worker that cannot, or will not, and begins anew. */
  function abandon(ending: Ending): void {
    replaceWorker();
    finish(ending);
  }

  function finish(ending: Ending): void {
    if (current !== null) receive({ kind: 'finished', run: current.run, ending });
  }

  function replaceWorker(): void {
    discard();
    worker = connect();
  }

  function connect(): WorkerLike {
    const fresh = makeWorker();
    fresh.onmessage = ({ data }) => {
      if (fresh === worker) receive(data);
    };
    fresh.onerror = (event) => {
      if (fresh !== worker) return;
      // Another one is started when it is needed: one that cannot be loaded would fail again at once, and again.
      discard();
      finish({ kind: 'crashed', message: event.message || 'The engine could not be started.' });
    };
    return fresh;
  }

  function discard(): void {
    worker?.terminate();
    worker = null;
  }

  function settle(): void {
    if (current?.patience != null) clearTimeout(current.patience);
    current = null;
  }

  function begin(request: (run: RunId) => Request): RunId {
    // A worker that is busy with the old run would not read the new one.
    if (current !== null) replaceWorker();
    settle();
    worker ??= connect();
    runs++;
    const run = runs as RunId;
    current = { run, patience: null };
    worker.postMessage(request(run));
    return run;
  }

  return {
    run: (scenario) => begin((run) => ({ kind: 'run', run, scenario })),
    inspect: (scenario, inquiry) => begin((run) => ({ kind: 'inspect', run, scenario, inquiry })),
    explore: (scenario, plan) => begin((run) => ({ kind: 'explore', run, scenario, plan })),
    survey: (scenario, victim) => begin((run) => ({ kind: 'survey', run, scenario, victim })),
    judge: (scenario) => begin((run) => ({ kind: 'judge', run, scenario })),
    cancel() {
      if (current === null || current.patience !== null) return;
      const { run } = current;
      worker?.postMessage({ kind: 'cancel', run });
      current = { run, patience: setTimeout(() => abandon({ kind: 'stopped' }), CANCEL_PATIENCE_MS) };
    },
    onReply(next) {
      listener = next;
    },
    dispose() {
      settle();
      discard();
    },
  };
}

function isLast(reply: Reply): boolean {
  switch (reply.kind) {
    case 'finished':
    case 'inspected':
    case 'surveyed':
    case 'judged':
      return true;
    case 'explored':
      return reply.end !== null;
    default:
      return false;
  }
}

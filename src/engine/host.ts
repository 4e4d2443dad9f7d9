/**
 * The worker: takes requests, runs scenarios, streams the trace. The only file of the simulated half that knows where it runs.
 * A run never yields to the worker's own loop: the page stops one by ending the worker (bridge/client.ts).
 */

import type { Reply, Request, RunId } from '../bridge/protocol.ts';
import { assertNever } from '../lib/assert.ts';
import { ModuleNeeded } from '../python/vm/module-needed.ts';
import type { Inquiry } from '../scenario/inspection.ts';
import type { ExplorePlan } from '../scenario/orders.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Ending } from '../trace/ending.ts';
import type { Inspector } from './inspect/inspector.ts';
import type { LabNeeds } from './lab-runs.ts';
import { loadInterventions, loadParts } from './late-parts.ts';
import { Library } from './library.ts';
import { lockDown } from './lock-down.ts';
import { PAGE_LIMITS, runProgram } from './program.ts';

/** Built, the worker lies in `workers/` beside `lib/`; the development server serves `lib/` at its root. */
function libraryBase(own: string): string {
  return new URL(own.includes('/src/engine/') ? '/lib/' : '../lib/', own).href;
}

/** Taken before the worker is locked down. */
function fetchNowBy(Request: typeof XMLHttpRequest): (address: URL) => string | null {
  return (address) => {
    const request = new Request();
    request.open('GET', address, false);
    request.send();
    return request.status === 200 ? request.responseText : null;
  };
}

/** Made by the build (vite.config.ts); null in the development server. */
declare const COMPILED_LIBRARY: string | null;

const scope = self as unknown as DedicatedWorkerGlobalScope;
const library = new Library({
  fetcher: scope.fetch.bind(scope),
  fetchNow: fetchNowBy(XMLHttpRequest),
  base: libraryBase(import.meta.url),
  always: ['asyncio'],
  compiled: COMPILED_LIBRARY,
});
lockDown(scope);
/** What has been recorded is shown after so long, however little it is. */
const FLUSH_MS = 60;
/** Runs that were cancelled before they began. */
const cancelled = new Set<RunId>();

scope.onmessage = ({ data: request }: MessageEvent<Request>) => {
  switch (request.kind) {
    case 'run':
      void start(request.run, request.scenario);
      return;
    case 'explore':
      void startExploring(request.run, request.scenario, request.plan);
      return;
    case 'inspect':
      void startInspecting(request.run, request.scenario, request.inquiry);
      return;
    case 'survey':
      void answer(request.run, request.scenario, async (needs) => {
        const { surveyOf } = await import('./lab-runs.ts');
        return { kind: 'surveyed', run: request.run, survey: surveyOf(request.scenario, request.victim, needs) };
      });
      return;
    case 'judge':
      void answer(request.run, request.scenario, async (needs) => {
        const { verdictOn } = await import('./lab-runs.ts');
        return { kind: 'judged', run: request.run, verdict: verdictOn(request.scenario, needs) };
      });
      return;
    case 'cancel':
      cancelled.add(request.run);
      return;
    default:
      assertNever(request);
  }
};

function reply(message: Reply, transfer: Transferable[] = []): void {
  scope.postMessage(message, transfer);
}

async function start(run: RunId, scenario: Scenario): Promise<void> {
  const ending = await prepared(scenario, () => {
    if (cancelled.delete(run)) return { kind: 'stopped' };
    reply({ kind: 'started', run });
    return runOnce(run, scenario);
  });
  reply({ kind: 'finished', run, ending });
}

/** Other orders, one after another; between two of them the worker looks whether it was told to stop. */
async function startExploring(run: RunId, scenario: Scenario, plan: ExplorePlan): Promise<void> {
  const ending = await prepared(scenario, async () => {
    const { explorationOf } = await import('./orders/explore.ts');
    const { found, steps } = explorationOf(scenario, plan, {
      readLibrary: (name) => library.read(name),
      codeCache: library.codeCache,
    });
    let told = performance.now();
    for (;;) {
      const step = steps.next();
      const end = step.done === true ? step.value : cancelled.delete(run) ? ({ kind: 'stopped' } as const) : null;
      if (end !== null || performance.now() - told > FLUSH_MS) {
        reply({ kind: 'explored', run, news: found.news(), end });
        if (end !== null) return { kind: 'stopped' };
        await new Promise((done) => setTimeout(done));
        told = performance.now();
      }
    }
  });
  // What is over has been told; only a mistake of ours comes to this.
  if (ending.kind === 'crashed') reply({ kind: 'finished', run, ending });
}

let inspector: Inspector | null = null;

async function startInspecting(run: RunId, scenario: Scenario, inquiry: Inquiry): Promise<void> {
  const ending = await prepared(scenario, async () => {
    inspector ??= new (await import('./inspect/inspector.ts')).Inspector({
      readLibrary: (name) => library.read(name),
      codeCache: library.codeCache,
    });
    reply({ kind: 'inspected', run, answer: inspector.answer(scenario, inquiry) });
    return { kind: 'stopped' };
  });
  // What could not be answered is a mistake of ours.
  if (ending.kind === 'crashed') reply({ kind: 'inspected', run, answer: { kind: 'failed', message: ending.message } });
}

/** Runs a scenario and tells only what came of it. */
async function answer(run: RunId, scenario: Scenario, work: (needs: LabNeeds) => Promise<Reply>): Promise<void> {
  const ending = await prepared(scenario, async () => {
    if (!cancelled.delete(run))
      reply(await work({ readLibrary: (name) => library.read(name), codeCache: library.codeCache }));
    return { kind: 'stopped' };
  });
  if (ending.kind === 'crashed') reply({ kind: 'finished', run, ending });
}

/** Does something that runs the scenario, with all modules that are needed there. */
async function prepared(scenario: Scenario, work: () => Ending | Promise<Ending>): Promise<Ending> {
  try {
    await load(await library.announced(scenario.files.map((file) => file.text)));
    if (scenario.interventions.length > 0) await loadInterventions();
    for (;;) {
      try {
        return await work();
      } catch (thrown) {
        if (!(thrown instanceof ModuleNeeded)) throw thrown;
        // A part of the engine that the text did not announce: fetch it and run again from the beginning; nothing else differs.
        await load(await library.announced([`import ${thrown.module}`]));
      }
    }
  } catch (thrown) {
    return {
      kind: 'crashed',
      message:
        thrown instanceof Error
          ? `${thrown.message}\n${(thrown.stack ?? '').split('\n').slice(1, 6).join('\n')}`
          : String(thrown),
    };
  }
}

async function load(modules: readonly string[]): Promise<void> {
  await Promise.all([library.load(modules), loadParts(modules)]);
}

function runOnce(run: RunId, scenario: Scenario): Ending {
  let lastFlush = 0;
  return runProgram({
    isFlushDue: () => {
      const now = performance.now();
      if (now - lastFlush < FLUSH_MS) return false;
      lastFlush = now;
      return true;
    },
    files: scenario.files,
    seed: scenario.settings.seed,
    formation: scenario.settings.formation,
    network: scenario.settings.network,
    interventions: scenario.interventions,
    choices: scenario.settings.choices,
    limits: PAGE_LIMITS,
    readLibrary: (name) => library.read(name),
    codeCache: library.codeCache,
    write: () => undefined,
    onChunk: (chunk) => reply({ kind: 'recorded', run, chunk }, [chunk.bytes.buffer as ArrayBuffer]),
  });
}

import { expect, test } from 'vitest';
import { GALLERY } from '../scenario/gallery/gallery.ts';
import { PROCFILE } from '../scenario/procfile.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { traceHash } from '../trace/fingerprint.ts';
import { appendChunk, EMPTY_TRACE, type Trace, worldAfter } from '../trace/trace.ts';
import { runHeadlessNow } from './headless.ts';

const WITH_EVENT = `
import threading
ready = threading.Event()
threading.Thread(target=ready.set).start()
ready.wait()
`;
/** With processes of their own making, of a Procfile, and with servers. */
const OTHER_SEEDS = ['pool-of-processes', 'procfile', 'killed-worker', 'chat-of-today'];
/** Several processes are started in each run, on a machine that may be busy. */
const SLOW = { timeout: 120_000 };

function traceOf({ files, settings }: Scenario, seed = settings.seed): Trace {
  let trace = EMPTY_TRACE;
  runHeadlessNow({
    files: Object.fromEntries(files.map(({ name, text }) => [name, text])),
    ...settings,
    seed,
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  return trace;
}

const withProcesses = GALLERY.filter(({ scenario }) =>
  scenario.files.some(({ name, text }) => name === PROCFILE || /multiprocessing|subprocess/.test(text)),
);
/** One for each set of commands that they run: the first in the gallery. */
const ofEachKind = [
  ...new Map(withProcesses.toReversed().map((entry) => [commandsOf(entry.scenario), entry])).values(),
];

function commandsOf({ files }: Scenario): string {
  const procfile = files.find(({ name }) => name === PROCFILE)?.text ?? '';
  const commands = [...procfile.matchAll(/^\w+: *(\S+)/gm)].map(([, command]) => command);
  return [...new Set(commands)].sort().join(' ');
}

test.each(ofEachKind.map(({ slug, scenario }) => [slug, scenario] as const))(
  'the same trace comes out of %s again, whatever ran before it',
  SLOW,
  (_, scenario) => {
    const trace = traceOf(scenario);
    expect(worldAfter(trace, trace.length).processes.length).toBeGreaterThan(1);
    expect(traceHash(traceOf(scenario))).toBe(traceHash(trace));
  },
);

test.each(
  withProcesses.filter(({ slug }) => OTHER_SEEDS.includes(slug)).map(({ slug, scenario }) => [slug, scenario] as const),
)('%s has its processes under another seed too', SLOW, (_, scenario) => {
  const trace = traceOf(scenario, 7);
  expect(worldAfter(trace, trace.length).processes.length).toBeGreaterThan(1);
});

test('a run that nobody records leaves the next one as it is', () => {
  runHeadlessNow({ files: { Procfile: 'one: python one.py\n', 'one.py': 'import threading' } });
  let trace = EMPTY_TRACE;
  runHeadlessNow({
    files: { 'main.py': WITH_EVENT },
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  expect(worldAfter(trace, trace.length).threadSyncs.map(({ label }) => label)).toEqual(['ready']);
});

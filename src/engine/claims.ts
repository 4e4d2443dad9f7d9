/** Runs the scenarios of the gallery without a page and compares each with its check. Knows no terminal. */

import { authored } from '../lesson/authored.ts';
import { factFault, type Recorded } from '../lesson/facts.ts';
import { patternFault, patternText, positionsOf, rowsOf } from '../lesson/patterns.ts';
import { assert } from '../lib/assert.ts';
import { CLAIMS } from '../scenario/gallery/claims.ts';
import type {
  ChangeOneThing,
  Check,
  ExpectedEnding,
  ExpectedHazard,
  GalleryEntry,
  GalleryMoment,
} from '../scenario/gallery/entry.ts';
import { mainFile, type Question, type Scenario } from '../scenario/scenario.ts';
import { hazardsOf } from '../trace/history.ts';
import { anchorAt, resolveAnchor } from '../trace/moment.ts';
import { appendChunk, EMPTY_TRACE, type Trace } from '../trace/trace.ts';
import { type HeadlessInit, type HeadlessResult, NOT_CPYTHON, runHeadlessNow } from './headless.ts';

export type Verdict = 'pass' | 'fail' | 'none';

export interface ClaimLine {
  readonly id: string;
  readonly slugs: readonly string[];
  readonly verdict: Verdict;
}

export interface Run extends Recorded {
  readonly result: HeadlessResult;
}

/** What is wrong with each scenario, one sentence a fault; an empty list: all is as it is said. */
export function checkGallery(gallery: readonly GalleryEntry[]): ReadonlyMap<string, readonly string[]> {
  const faultsOf = galleryChecker(gallery);
  return new Map(gallery.map(({ slug }) => [slug, faultsOf(slug)]));
}

/** Checks one scenario at a time. Only runs that others are compared with are kept: a trace may be large. */
export function galleryChecker(gallery: readonly GalleryEntry[]): (slug: string) => readonly string[] {
  const entries = new Map(gallery.map((entry) => [entry.slug, entry]));
  const kept = new Map<string, Run>();
  const runOf = (slug: string) => {
    const scenario = entries.get(slug)?.scenario;
    if (scenario === undefined) return null;
    const run = kept.get(slug) ?? runScenario(scenario);
    kept.set(slug, run);
    return run;
  };
  return (slug) => {
    const entry = entries.get(slug);
    assert(entry !== undefined, 'only what is in the gallery is checked');
    return entryFaults(entry, kept.get(slug) ?? runScenario(entry.scenario), runOf);
  };
}

/** One for each claim of the seed document, in its order. */
export function claimLines(
  gallery: readonly GalleryEntry[],
  faults: ReadonlyMap<string, readonly string[]>,
): readonly ClaimLine[] {
  return CLAIMS.map(({ id }) => {
    const slugs = gallery.filter(({ claims }) => claims.includes(id)).map(({ slug }) => slug);
    const isGood = slugs.every((slug) => faults.get(slug)?.length === 0);
    return { id, slugs, verdict: slugs.length === 0 ? 'none' : isGood ? 'pass' : 'fail' };
  });
}

function runScenario({ files, interventions, settings }: Scenario): Run {
  let trace: Trace = EMPTY_TRACE;
  const result = resultOf({
    files: Object.fromEntries(files.map(({ name, text }) => [name, text])),
    interventions,
    seed: settings.seed,
    formation: settings.formation,
    network: settings.network,
    choices: settings.choices,
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  return { trace, rows: rowsOf(trace), result };
}

/** A mistake of ours is a fault of this scenario, and the others are still checked. */
function resultOf(init: HeadlessInit): HeadlessResult {
  try {
    return runHeadlessNow(init);
  } catch (thrown) {
    const message = String(thrown);
    return {
      stdout: '',
      stderr: message,
      exitCode: NOT_CPYTHON,
      exception: null,
      ending: { kind: 'crashed', message },
    };
  }
}

function entryFaults(entry: GalleryEntry, run: Run, runOf: (slug: string) => Run | null): readonly string[] {
  const { check, changeOneThing, moments } = entry;
  const { ending } = run.result;
  if (ending.kind === 'crashed') return [`our own mistake: ${ending.message}`];
  const faults = [
    ...outcomeFaults(check, run.result),
    ...check.facts.map((fact) => factFault(fact, run, runOf)),
    hazardFault(check.hazards ?? [], run.trace),
    ...moments.map((moment) => momentFault(moment, run)),
    ...entry.scenario.questions.map((question) => questionFault(question, run.trace)),
    ...changeFaults(changeOneThing, entry.scenario),
  ];
  return faults.filter((fault) => fault !== null);
}

function outcomeFaults({ stdout, stderr, ending }: Check, result: HeadlessResult): readonly (string | null)[] {
  const isQuiet = stderr.length === 0 && ending.kind === 'completed';
  return [
    textFault('stdout', result.stdout, stdout),
    endingFault(ending, result),
    isQuiet ? textFault('stderr', result.stderr, '') : null,
    ...stderr.map((text) => (result.stderr.includes(text) ? null : `stderr does not hold ${JSON.stringify(text)}`)),
  ];
}

function hazardFault(expected: readonly ExpectedHazard[], { history }: Trace): string | null {
  const listed = (hazards: readonly ExpectedHazard[]) => hazards.map(({ kind, line }) => `${kind} ${line}`).join(', ');
  return textFault('the list of hazards', listed(hazardsOf(history)), listed(expected));
}

function textFault(what: string, actual: string, expected: string): string | null {
  return actual === expected ? null : `${what} is ${JSON.stringify(actual)}, and not ${JSON.stringify(expected)}`;
}

function endingFault(expected: ExpectedEnding, { ending }: HeadlessResult): string | null {
  if (ending.kind !== expected.kind) return `it ends as ${JSON.stringify(ending)}, and not as ${expected.kind}`;
  if (ending.kind === 'raised' && expected.kind === 'raised')
    return textFault('the exception', ending.exception, expected.exception);
  if (ending.kind !== 'deadlock' || expected.kind !== 'deadlock') return null;
  const missing = expected.names.find((name) => !ending.sentence.includes(name));
  return missing === undefined ? null : `"${ending.sentence}" does not name ${missing}`;
}

/** What is not asked openly must have an answer that the trace holds. */
function questionFault(question: Question, trace: Trace): string | null {
  const { kind, prompt } = question;
  const made = authored(trace, question, '');
  if (made === null) return `the question "${prompt}" has no place in the run`;
  return kind !== 'free' && made.form === 'free'
    ? `the question "${prompt}" has no answer of kind ${kind} there`
    : null;
}

/** An anchor must lead to the event that the moment tells of; if it does not, the message says which would. */
function momentFault({ name, anchor, shows }: GalleryMoment, { trace, rows }: Run): string | null {
  const fault = patternFault(shows);
  if (fault !== null) return `moment "${name}": ${fault}`;
  const wanted = positionsOf(rows, shows);
  const position = resolveAnchor(trace.history, anchor);
  if (position !== null && wanted.includes(position)) return null;
  const better = wanted.slice(0, 4).map((at) => anchorAt(trace.history, at));
  return `moment "${name}": ${anchor} is not ${patternText(shows)}, which is at ${better.join(' or ') || 'no step'}`;
}

/** The changed program must do what the author says, so that the exercise stays one. */
function changeFaults(change: ChangeOneThing, scenario: Scenario): readonly (string | null)[] {
  const { find, replace, stdout, ending = { kind: 'completed' } } = change;
  const { name, text } = mainFile(scenario);
  const parts = text.split(find);
  if (parts.length !== 2) return [`"change one thing" finds ${JSON.stringify(find)} ${parts.length - 1} times`];
  const changed = { name, text: parts.join(replace) };
  const files = scenario.files.map((file) => (file.name === name ? changed : file));
  const { result } = runScenario({ ...scenario, files });
  return [textFault('after "change one thing", stdout', result.stdout, stdout), endingFault(ending, result)];
}

/** What the playhead shows on one file of the program. */
import type { Breakpoint } from '../scenario/scenario.ts';
import type { FinalEnding } from '../store/run-state.ts';
import type { Diagnostic } from '../trace/ending.ts';
import type { CodeInfo, TraceEvent } from '../trace/events.ts';
import type { Task, World } from '../trace/world.ts';
import { type Looks, type Mistake, NO_LOOKS, type Runner, type Tag } from './code-looks.ts';

interface Shown {
  readonly world: World;
  /** That led to the position; null at the start. */
  readonly event: TraceEvent | null;
  readonly codes: readonly CodeInfo[];
  readonly diagnostics: readonly Diagnostic[];
  readonly file: string;
  /** The text is no longer what ran: lines mean nothing any more. */
  readonly isStale: boolean;
  /** Only at the end of a run. */
  readonly ending: FinalEnding | null;
  readonly site: { readonly file: string; readonly line: number } | null;
  readonly breakpoints: readonly Breakpoint[];
}

export function looksOf(shown: Shown): Looks {
  const { codes, diagnostics, ending, event, file, isStale, site, world } = shown;
  const breakpoints = shown.breakpoints
    .filter((each) => each.file === file)
    .map(({ condition, line }) => ({ line, hasCondition: condition !== null }));
  if (isStale) return { ...NO_LOOKS, breakpoints };
  return {
    running: runningLine(world, codes, file, ending),
    ...tagsOf(world, codes, file),
    mistakes: [...diagnostics.map(diagnosed), ...ended(ending)].filter((mistake) => mistake.file === file),
    hazardLine: event?.kind === 'hazard.found' && codes[event.code]?.file === file ? event.line : 0,
    siteLine: site?.file === file ? site.line : 0,
    breakpoints,
  };
}

interface Placed extends Mistake {
  readonly file: string;
}

function diagnosed({ message, type, ...place }: Diagnostic): Placed {
  return { file: place.file, place, message: `${type}: ${message}` };
}

function ended(ending: FinalEnding | null): readonly Placed[] {
  if (ending?.kind === 'raised' && ending.range !== null) {
    return [{ file: ending.range.file, place: ending.range, message: ending.exception }];
  }
  if (ending?.kind === 'limit' && ending.range !== null) {
    return [{ file: ending.range.file, place: ending.range, message: ending.sentence }];
  }
  return [];
}

function runningLine(
  world: World,
  codes: readonly CodeInfo[],
  file: string,
  ending: FinalEnding | null,
): Looks['running'] {
  const isOver = ending?.kind === 'completed' || ending?.kind === 'raised';
  if (isOver || world.code < 0 || world.line <= 0 || codes[world.code]?.file !== file) return null;
  const task = world.tasks.get(world.runningTask);
  return { line: world.line, by: task === undefined ? null : runnerOf(task) };
}

const TAGS_MAX = 4;

function tagsOf(world: World, codes: readonly CodeInfo[], file: string): Pick<Looks, 'tags' | 'moreTags'> {
  const counts = new Map<number, number>();
  const moreTags = new Map<number, number>();
  const tags: Tag[] = [];
  for (const task of world.tasks.values()) {
    const tag = tagOf(task, codes, file);
    if (tag === null) continue;
    const { line } = tag.place;
    const count = (counts.get(line) ?? 0) + 1;
    counts.set(line, count);
    if (count <= TAGS_MAX) tags.push(tag);
    else moreTags.set(line, count - TAGS_MAX);
  }
  return { tags, moreTags };
}

/** At the innermost frame of the await chain that is in this file. */
function tagOf(task: Task, codes: readonly CodeInfo[], file: string): Tag | null {
  if (task.state !== 'waiting' && task.state !== 'ready') return null;
  const frame = task.parked.findLast(({ code }) => codes[code]?.file === file);
  if (frame === undefined) return null;
  const { column, endColumn, endLine, line } = frame;
  return { ...runnerOf(task), place: { line, endLine, column, endColumn } };
}

function runnerOf({ hue, label, letter, name }: Task): Runner {
  return { hue, letter, name: label === '' ? name : label };
}

/**
 * What a scenario of the gallery is: the program, what to say about it, where to look, and data that says what must come
 * out of it. The check is data only: `engine/claims.ts` runs the program and compares.
 */
import { assert } from '../../lib/assert.ts';
import type { Intervention } from '../intervention.ts';
import type { Moment } from '../moment.ts';
import { readNetworkFile } from '../network.ts';
import {
  DEFAULT_SCENARIO,
  type FormationEntry,
  type Question,
  type Scenario,
  type ScenarioFile,
  type Settings,
} from '../scenario.ts';
import type { ClaimId } from './claims.ts';
import type { MisconceptionId } from './misconceptions.ts';
import type { ShelfId } from './shelves.ts';

/** What a folder exports as `SCENARIO`. */
export interface Authored {
  readonly shelf: ShelfId;
  /** Where it stands on its shelf: the lower number first. Tens leave room between two. */
  readonly place: number;
  readonly title: string;
  /** One paragraph: what to look at, and why it matters. */
  readonly text: string;
  readonly files: readonly ScenarioFile[];
  /** How many of each process of the Procfile. Absent: one. */
  readonly formation?: readonly FormationEntry[];
  /** The text of `network.json`. Absent: the default internet. */
  readonly network?: string;
  /** What is done to the run from outside. Absent: nothing. */
  readonly interventions?: readonly Intervention[];
  /** In the order of the run. */
  readonly moments: readonly GalleryMoment[];
  /** The name of the moment where the scenario opens. */
  readonly telling: string;
  readonly claims: readonly ClaimId[];
  readonly misconceptions: readonly MisconceptionId[];
  /** At least two. */
  readonly questions: readonly GalleryQuestion[];
  readonly changeOneThing: ChangeOneThing;
  /** Where what is taught here is written down. */
  readonly sources: readonly string[];
  readonly check: Check;
}

export interface GalleryMoment {
  readonly name: string;
  /** As in `moment.ts`: `stubborn#2:resume`. */
  readonly anchor: string;
  readonly text: string;
  /** The event that has just happened there: the check fails when the anchor leads elsewhere. */
  readonly shows: EventPattern;
}

export interface GalleryQuestion {
  /** The name of a moment. */
  readonly at: string;
  /**
   * What is computed under the prompt in Learn mode: `next` who runs next, `value` what is printed next or at what time something
   * is, `order` the events that follow, `why` who ends the wait. `free` where the words ask for anything else.
   */
  readonly kind: Question['kind'];
  readonly prompt: string;
  /** Told after the answer: the rule behind it. */
  readonly because: string;
}

/** `find` occurs once in the main file; with `replace` in its place the program prints `stdout`. */
export interface ChangeOneThing {
  readonly text: string;
  readonly find: string;
  readonly replace: string;
  readonly stdout: string;
  /** Absent: it completes. */
  readonly ending?: ExpectedEnding;
}

/**
 * An event of the trace and some of its fields, as in `trace/events.ts`. Where a field is an id, a text stands for the
 * name of what it points at: a task's name, a future's or a coroutine's label, a function's qualname.
 */
export interface EventPattern {
  readonly kind: string;
  readonly [field: string]: string | number;
}

export interface Check {
  readonly stdout: string;
  readonly ending: ExpectedEnding;
  /** Texts that stand in stderr. When there are none, a program that ends by itself writes nothing there. */
  readonly stderr: readonly string[];
  readonly facts: readonly Fact[];
  /** What is found wrong with the program, in that order (`trace/hazards.ts`); absent: nothing is. */
  readonly hazards?: readonly ExpectedHazard[];
}

/** `line` of the main file; 0 when no line is named. */
export interface ExpectedHazard {
  readonly kind: string;
  readonly line: number;
}

export type ExpectedEnding =
  | { readonly kind: 'completed' }
  | { readonly kind: 'raised'; readonly exception: string }
  /** The sentence names all of these. */
  | { readonly kind: 'deadlock'; readonly names: readonly string[] };

export type Fact =
  /** They happen in this order; anything may happen in between. */
  | { readonly kind: 'inOrder'; readonly events: readonly EventPattern[] }
  /** The same, and the loop begins no new iteration in between. */
  | { readonly kind: 'atOnce'; readonly events: readonly EventPattern[] }
  | { readonly kind: 'count'; readonly event: EventPattern; readonly times: number }
  /** At some instant each of these tasks is parked at that line of the program. */
  | {
      readonly kind: 'parkedTogether';
      readonly tasks: readonly { readonly task: string; readonly line: number }[];
    }
  /** The task is parked on the future through exactly these functions, outermost first. */
  | { readonly kind: 'chain'; readonly task: string; readonly functions: readonly string[]; readonly future: string }
  /** Whose steps stand in the ready queue after the event, next one first. */
  | { readonly kind: 'ready'; readonly after: EventPattern; readonly tasks: readonly string[] }
  | {
      readonly kind: 'ends';
      readonly task: string;
      readonly as: 'done' | 'failed' | 'cancelled' | 'refused' | 'never';
      /** Virtual time; for `never`, of the end of the run. */
      readonly atMs: number;
    }
  /** Every task of the program has the same lane as there. */
  | { readonly kind: 'lanesLike'; readonly slug: string };

/** What the page and the checks see of a folder. */
export interface GalleryEntry extends Omit<Authored, 'files' | 'formation' | 'interventions' | 'network' | 'telling'> {
  readonly slug: string;
  readonly scenario: Scenario;
  /** The most telling one first: there it opens. The others in the order of the run. */
  readonly moments: readonly GalleryMoment[];
  readonly tellingMoment: GalleryMoment;
}

export function entryOf(
  slug: string,
  { files, formation, interventions = [], network, telling, ...authored }: Authored,
): GalleryEntry {
  const { title, moments } = authored;
  const tellingMoment = momentNamed(moments, telling);
  const scenario: Scenario = {
    ...DEFAULT_SCENARIO,
    title,
    licence: 'CC0-1.0',
    files,
    interventions,
    settings: {
      ...(network === undefined ? DEFAULT_SCENARIO.settings : settingsWith(network)),
      ...(formation === undefined ? {} : { formation }),
    },
    view: { ...DEFAULT_SCENARIO.view, moment: momentOf(tellingMoment) },
    questions: authored.questions.map(({ at, kind, prompt }) => ({
      at: momentOf(momentNamed(moments, at)),
      kind,
      prompt,
    })),
  };
  const others = moments.filter((moment) => moment !== tellingMoment);
  return { ...authored, slug, scenario, tellingMoment, moments: [tellingMoment, ...others] };
}

function settingsWith(networkText: string): Settings {
  const read = readNetworkFile(networkText);
  assert(read.ok, 'the network.json of the scenario is right');
  return { ...DEFAULT_SCENARIO.settings, network: read.network };
}

function momentNamed(moments: readonly GalleryMoment[], name: string): GalleryMoment {
  const found = moments.find((moment) => moment.name === name);
  assert(found !== undefined, `the scenario has a moment named ${name}`);
  return found;
}

function momentOf({ anchor }: GalleryMoment): Moment {
  return { anchor, step: 0, timeUs: 0 };
}

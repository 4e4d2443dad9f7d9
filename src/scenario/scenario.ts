/**
 * A scenario is everything a run and its first picture depend on: the program, the simulator's
 * settings, what the reader did to the run, and where to look. It is plain data, and it is all
 * that goes into the engine. How it becomes a link is in `link.ts`, a file in `file.ts`.
 */
import type { NetworkPlan } from '../lib/network-plan.ts';
import { type Intervention, shortIntervention } from './intervention.ts';
import type { Moment } from './moment.ts';
import { shortNetwork } from './network.ts';

export interface Scenario {
  readonly title: string;
  readonly author: string | null;
  /** An SPDX name such as `CC0-1.0`, shown as text. */
  readonly licence: string | null;
  readonly kind: ScenarioKind;
  /** One to 32, names unique; `mainFile` says which one is run. */
  readonly files: readonly ScenarioFile[];
  readonly settings: Settings;
  /** What was done to the run from outside, in order of position. */
  readonly interventions: readonly Intervention[];
  readonly view: View;
  readonly breakpoints: readonly Breakpoint[];
  readonly questions: readonly Question[];
  /** What the author's page ran it with, so that a reader's page can say when that differs. */
  readonly engine: EngineStamp | null;
  /** The slug of the exercise that it is an answer to. Absent: of none. A page that does not know it runs the same program. */
  readonly exercise?: string;
}

export const SCENARIO_KINDS = ['asyncio', 'channels', 'celery', 'mixed'] as const;
export type ScenarioKind = (typeof SCENARIO_KINDS)[number];

export interface ScenarioFile {
  /** A relative path with an extension: letters, digits and `_ . -`, folders by `/`. Or `Procfile`, since version 3. */
  readonly name: string;
  readonly text: string;
}

/**
 * The simulator's knobs. A new knob that changes what a program does needs a new version of the
 * link format: an old page would leave it out and show another run.
 */
export interface Settings {
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  /** Since version 2. Absent: the default internet. */
  readonly network?: NetworkPlan;
  /** Since version 3, in order of `nth`. Absent: the seed makes every decision. */
  readonly choices?: readonly ForcedChoice[];
  /** Since version 3. What is not named here is started once. */
  readonly formation?: readonly FormationEntry[];
}

/** Says how one decision of the run is made; all others follow the seed. */
export interface ForcedChoice {
  /** Which decision: how many were made before it. Those about the length of sleeps are counted apart, from 500,000,000. */
  readonly nth: number;
  /** Which of its options, from 0; one that does not exist counts as the last there is. */
  readonly chosen: number;
}

/** How many processes of one name in the Procfile are started. */
export interface FormationEntry {
  readonly process: string;
  /** 0 to 16. */
  readonly count: number;
}

export const MODES = ['explore', 'learn', 'present'] as const;
export type Mode = (typeof MODES)[number];

export interface View {
  readonly moment: Moment | null;
  /** Which panes are open; empty leaves it to the page. A name the page does not know is ignored there. */
  readonly panes: readonly string[];
  /** 0.25 to 16. */
  readonly speed: number;
  readonly mode: Mode;
}

export interface Breakpoint {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** A Python expression, evaluated by the simulator only. */
  readonly condition: string | null;
}

export const QUESTION_KINDS = ['next', 'order', 'value', 'why', 'free'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Answers are not stored: the trace holds them, and a link can be read by anyone. */
export interface Question {
  readonly at: Moment;
  readonly kind: QuestionKind;
  readonly prompt: string;
}

export interface EngineStamp {
  readonly version: string;
  readonly python: string;
  /** Lower-case hexadecimal hash of the trace; empty when the program was not run. */
  readonly fingerprint: string;
}

const MAIN = 'main.py';

/** The empty program. What equals it is left out of links. */
export const DEFAULT_SCENARIO: Scenario = {
  title: '',
  author: null,
  licence: null,
  kind: 'asyncio',
  files: [{ name: MAIN, text: '' }],
  settings: { seed: 0 },
  interventions: [],
  view: { moment: null, panes: [], speed: 1, mode: 'explore' },
  breakpoints: [],
  questions: [],
  engine: null,
};

/** A scenario of one file, everything else as by default. */
export function scenarioOf(text: string): Scenario {
  return { ...DEFAULT_SCENARIO, files: [{ name: MAIN, text }] };
}

/** The file that is run: `main.py` if there is one, else the first. */
export function mainFile({ files }: Scenario): ScenarioFile {
  return files.find(({ name }) => name === MAIN) ?? files[0] ?? { name: MAIN, text: '' };
}

/** Whether both give the same trace: same files, kind, settings and interventions. */
export function sameProgram(a: Scenario, b: Scenario): boolean {
  return a === b || runText(a) === runText(b);
}

/** All that the trace depends on, as text: the same text gives the same trace. */
export function runText({ files, kind, settings, interventions }: Scenario): string {
  return JSON.stringify([
    files.map(({ name, text }) => [name, text]),
    kind,
    settings.seed,
    settings.network === undefined ? null : shortNetwork(settings.network),
    settings.choices?.map(({ nth, chosen }) => [nth, chosen]) ?? [],
    settings.formation?.map(({ process, count }) => [process, count]) ?? [],
    interventions.map(shortIntervention),
  ]);
}

/**
 * The short form: what a scenario looks like inside a link or a file. Version 2 is version 1 and `net` in the settings, version 3
 * has more settings, more interventions and a Procfile, so all are read here. `readScenario`
 * builds a fresh scenario field by field; what it does not name is dropped. `shortForm` is its
 * inverse, and leaves out what equals the default.
 *
 *   t title, a author, lic licence, k kind, f files, s settings, i interventions,
 *   w view, b breakpoints, q questions, e engine, x exercise
 */
import {
  amount,
  choice,
  type Field,
  fault,
  list,
  member,
  optional,
  place,
  rootField,
  text,
  whole,
  word,
} from './fields.ts';
import { isSinceVersion3, isSinceVersion4, readIntervention, shortIntervention } from './intervention.ts';
import { type Json, type JsonObject, unless, unlessNone } from './json.ts';
import { LIMITS } from './limits.ts';
import { formatMoment, type Moment, parseMoment } from './moment.ts';
import { readNetwork, shortNetwork } from './network.ts';
import { type Problem, schemaProblem } from './problem.ts';
import { ENVIRONMENT, PROCFILE } from './procfile.ts';
import {
  type Breakpoint,
  DEFAULT_SCENARIO,
  type EngineStamp,
  type ForcedChoice,
  type FormationEntry,
  MODES,
  QUESTION_KINDS,
  type Question,
  SCENARIO_KINDS,
  type Scenario,
  type ScenarioFile,
  type Settings,
  type View,
} from './scenario.ts';

export type Read = { readonly ok: true; readonly scenario: Scenario } | Problem;

/**
 * Folders and names begin with a letter, digit or underscore, so there is no `..`, and an
 * extension is required, but for the Procfile since version 3, so no name is a property that every object has.
 */
const FILE_NAME = /^(?:[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*\/)*[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*\.[a-z0-9]{1,8}$/u;
/** A name in a Procfile. */
const PROCESS = /^[A-Za-z0-9_-]+$/;
/** The version whose settings may hold a network. */
const NETWORK_SINCE = 2;
/** The version of forced choices, formations, Procfiles and all interventions. */
const MACHINE_SINCE = 3;
const CLIENTS_SINCE = 4;
const PANE = /^[a-z][a-z0-9-]{0,23}$/;
const VERSION = /^[\w.+-]{1,32}$/;
const SLUG = /^[a-z0-9-]{1,24}$/;
const FINGERPRINT = /^[0-9a-f]{0,64}$/;

/** What a later version has added is unknown to `version`, and dropped. */
export function readScenario(json: unknown, version: number): Read {
  const root = rootField(json);
  const optionalText = (key: string, lengthMax: number) =>
    optional<string | null>(member(root, key), null, (field) => text(field, lengthMax));
  const scenario: Scenario = {
    title: optional(member(root, 't'), '', (field) => text(field, LIMITS.titleLengthMax)),
    author: optionalText('a', LIMITS.authorLengthMax),
    licence: optionalText('lic', LIMITS.licenceLengthMax),
    kind: optional(member(root, 'k'), DEFAULT_SCENARIO.kind, (field) => choice(field, SCENARIO_KINDS)),
    files: readFiles(member(root, 'f'), version),
    settings: optional(member(root, 's'), DEFAULT_SCENARIO.settings, (field) => readSettings(field, version)),
    interventions: readList(member(root, 'i'), LIMITS.interventionsMax, (field) => readIntervention(field, version)),
    view: optional(member(root, 'w'), DEFAULT_SCENARIO.view, readView),
    breakpoints: readList(member(root, 'b'), LIMITS.breakpointsMax, readBreakpoint),
    questions: readList(member(root, 'q'), LIMITS.questionsMax, readQuestion),
    engine: optional<EngineStamp | null>(member(root, 'e'), null, readEngine),
    ...readExercise(member(root, 'x')),
  };
  const [path] = root.faults;
  return path === undefined ? { ok: true, scenario } : schemaProblem(path);
}

/** The oldest version that can say it all: then older pages open it too. */
export function versionFor({ settings, files, interventions }: Scenario): number {
  if (interventions.some(isSinceVersion4) || files.some(({ name }) => name === ENVIRONMENT)) return CLIENTS_SINCE;
  const hasMachine =
    settings.choices !== undefined ||
    settings.formation !== undefined ||
    files.some(({ name }) => name === PROCFILE) ||
    interventions.some(isSinceVersion3);
  if (hasMachine) return MACHINE_SINCE;
  return settings.network === undefined ? 1 : NETWORK_SINCE;
}

export function shortForm(scenario: Scenario): JsonObject {
  const { title, author, licence, kind, files, settings, interventions, view, breakpoints, questions, engine } =
    scenario;
  const { exercise } = scenario;
  return {
    t: unless(title, DEFAULT_SCENARIO.title),
    a: author ?? undefined,
    lic: licence ?? undefined,
    k: unless(kind, DEFAULT_SCENARIO.kind),
    f: files.map(({ name, text }) => [name, text]),
    s: unlessEmpty({
      seed: unless(settings.seed, DEFAULT_SCENARIO.settings.seed),
      net: settings.network === undefined ? undefined : shortNetwork(settings.network),
      ch: settings.choices?.map(({ nth, chosen }) => [nth, chosen]),
      ps: settings.formation?.map(({ process, count }) => [process, count]),
    }),
    i: unlessNone(interventions.map(shortIntervention)),
    w: unlessEmpty({
      at: view.moment === null ? undefined : formatMoment(view.moment),
      pane: unlessNone(view.panes),
      speed: unless(view.speed, DEFAULT_SCENARIO.view.speed),
      mode: unless(view.mode, DEFAULT_SCENARIO.view.mode),
    }),
    b: unlessNone(
      breakpoints.map(({ file, line, condition }) => [file, line, ...(condition === null ? [] : [condition])]),
    ),
    q: unlessNone(
      questions.map(({ at, kind: asked, prompt }) => ({
        at: formatMoment(at),
        k: asked,
        p: prompt,
      })),
    ),
    e: engine === null ? undefined : shortEngine(engine),
    x: exercise,
  };
}

function readFiles(field: Field, version: number): readonly ScenarioFile[] {
  const seen = new Set<string>();
  return list(field, 1, LIMITS.filesMax).map((item) => {
    const nameField = place(item, 0);
    const isProcfile = version >= MACHINE_SINCE && nameField.value === PROCFILE;
    const isEnvironment = version >= CLIENTS_SINCE && nameField.value === ENVIRONMENT;
    const name = isProcfile
      ? PROCFILE
      : isEnvironment
        ? ENVIRONMENT
        : word(nameField, LIMITS.fileNameLengthMax, FILE_NAME);
    if (seen.has(name)) fault(nameField, name);
    seen.add(name);
    return { name, text: text(place(item, 1), LIMITS.jsonBytesMax) };
  });
}

function readSettings(field: Field, version: number): Settings {
  const seed = optional(member(field, 'seed'), DEFAULT_SCENARIO.settings.seed, (given) =>
    whole(given, 0, LIMITS.seedMax),
  );
  const since = <T>(first: number, key: string, read: (given: Field) => T): T | undefined => {
    const given = member(field, key);
    return version < first || given.value === undefined ? undefined : read(given);
  };
  const network = since(NETWORK_SINCE, 'net', readNetwork);
  const choices = since(MACHINE_SINCE, 'ch', readChoices);
  const formation = since(MACHINE_SINCE, 'ps', readFormation);
  return {
    seed,
    ...(network === undefined ? {} : { network }),
    ...(choices === undefined ? {} : { choices }),
    ...(formation === undefined ? {} : { formation }),
  };
}

/** In order of `nth`, each decision made once. */
function readChoices(field: Field): readonly ForcedChoice[] {
  let nthMin = 0;
  return list(field, 0, LIMITS.choicesMax).map((item) => {
    const nth = whole(place(item, 0), nthMin, LIMITS.positionMax);
    nthMin = nth + 1;
    return { nth, chosen: whole(place(item, 1), 0, LIMITS.optionsMax) };
  });
}

function readFormation(field: Field): readonly FormationEntry[] {
  const seen = new Set<string>();
  return list(field, 0, LIMITS.formationMax).map((item) => {
    const nameField = place(item, 0);
    const process = word(nameField, LIMITS.taskNameLengthMax, PROCESS);
    if (seen.has(process)) fault(nameField, process);
    seen.add(process);
    return { process, count: whole(place(item, 1), 0, LIMITS.formationCountMax) };
  });
}

function readView(field: Field): View {
  const { view } = DEFAULT_SCENARIO;
  return {
    moment: optional<Moment | null>(member(field, 'at'), view.moment, readMoment),
    panes: readList(member(field, 'pane'), LIMITS.panesMax, (pane) => word(pane, 24, PANE)),
    speed: optional(member(field, 'speed'), view.speed, (speed) => amount(speed, LIMITS.speedMin, LIMITS.speedMax)),
    mode: optional(member(field, 'mode'), view.mode, (mode) => choice(mode, MODES)),
  };
}

function readBreakpoint(field: Field): Breakpoint {
  return {
    file: word(place(field, 0), LIMITS.fileNameLengthMax, FILE_NAME),
    line: whole(place(field, 1), 1, LIMITS.lineMax),
    condition: optional<string | null>(place(field, 2), null, (condition) =>
      text(condition, LIMITS.conditionLengthMax),
    ),
  };
}

function readQuestion(field: Field): Question {
  return {
    at: readMoment(member(field, 'at')),
    kind: choice(member(field, 'k'), QUESTION_KINDS),
    prompt: text(member(field, 'p'), LIMITS.promptLengthMax),
  };
}

function readEngine(field: Field): EngineStamp {
  return {
    version: word(member(field, 'engine'), 32, VERSION),
    python: word(member(field, 'py'), 32, VERSION),
    fingerprint: optional(member(field, 'h'), '', (hash) => word(hash, 64, FINGERPRINT)),
  };
}

/** It changes nothing of the run: what is no slug is left out, and the program still opens. */
function readExercise({ value }: Field): { readonly exercise?: string } {
  return typeof value === 'string' && SLUG.test(value) ? { exercise: value } : {};
}

function readMoment(field: Field): Moment {
  // The fallbacks come after the anchor and have a length limit of their own.
  const moment = parseMoment(text(field, LIMITS.anchorLengthMax + 30));
  return moment ?? fault(field, { anchor: '', step: 0, timeUs: 0 });
}

function readList<T>(field: Field, lengthMax: number, read: (field: Field) => T): readonly T[] {
  return optional<readonly T[]>(field, [], () => list(field, 0, lengthMax).map(read));
}

function shortEngine({ version, python, fingerprint }: EngineStamp): Json {
  return { engine: version, py: python, h: unless(fingerprint, '') };
}

function unlessEmpty(object: JsonObject): JsonObject | undefined {
  return Object.values(object).every((value) => value === undefined) ? undefined : object;
}

/**
 * What is done to a run from outside: faults and what-ifs. Each is plain data with a `kind`, a time, and the thing it is done to.
 * A thing is named as the page names it; `id`, its number in the trace, is exact as long as nothing before that moment has
 * changed, and is tried first. Kinds, times and ids other than `cancelTask` at a position are known since version 3, clients and layers since version 4.
 */
import { amount, choice, type Field, member, optional, place, text, whole, word } from './fields.ts';
import type { Json } from './json.ts';
import { LIMITS } from './limits.ts';

/** Once so many events have happened, or as soon as virtual time (whole microseconds) has come so far. */
export type When = { readonly position: number } | { readonly timeUs: number };

export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGKILL', 'SIGHUP', 'SIGUSR1', 'SIGUSR2'] as const;
export type SignalName = (typeof SIGNALS)[number];

/** What a person does in a browser: asks for a page, opens a socket, says something on it, closes it, or pulls the plug of the computer. */
export const CLIENT_ACTS = ['get', 'open', 'say', 'close', 'unplug'] as const;
export type ClientAct = (typeof CLIENT_ACTS)[number];

/** `id`: the thing's number in the trace; 0 and absent mean that only the name counts. */
interface Named {
  readonly id?: number;
}

export type Action =
  /** `task`: as `Task.get_name()` gives it. As if `task.cancel()` had been called. */
  | ({ readonly kind: 'cancelTask'; readonly task: string } & Named)
  /** Thrown into the task's await: a built-in exception, or one of the main module, made of `message`. */
  | ({
      readonly kind: 'raiseInTask';
      readonly task: string;
      readonly exception: string;
      readonly message: string;
    } & Named)
  /** `value`: a Python literal. As if `future.set_result(value)` had been called. */
  | ({ readonly kind: 'resolveFuture'; readonly future: string; readonly value: string } & Named)
  /** Ctrl-C in the terminal: SIGINT for every process. */
  | { readonly kind: 'interrupt' }
  /** `process`: its name; `id` is its pid. */
  | ({ readonly kind: 'signal'; readonly process: string; readonly signal: SignalName } & Named)
  /** Killed if it still runs, then started again as it was the first time. */
  | ({ readonly kind: 'restart'; readonly process: string } & Named)
  /** Between two of the boxes in Wires, in both directions: nothing arrives until it is healed. */
  | { readonly kind: 'cutLink' | 'healLink'; readonly from: string; readonly to: string }
  /** `packet`: the number of a message on its way, in the trace. */
  | { readonly kind: 'dropPacket'; readonly packet: number }
  | { readonly kind: 'delayPacket'; readonly packet: number; readonly delayMs: number }
  /** `client`: a browser by its name; one that is not there yet is opened. `text`: an address, or what is said. */
  | { readonly kind: 'client'; readonly client: string; readonly act: ClientAct; readonly text: string }
  /** Everything that a channel layer holds is forgotten, groups too. `layer`: as the picture names it. */
  | { readonly kind: 'flushLayer'; readonly layer: string };

export type Intervention = Action & When;

const KINDS_OF_VERSION_3 = [
  'cancelTask',
  'raiseInTask',
  'resolveFuture',
  'interrupt',
  'signal',
  'restart',
  'cutLink',
  'healLink',
  'dropPacket',
  'delayPacket',
] as const satisfies readonly Action['kind'][];
const KINDS = [...KINDS_OF_VERSION_3, 'client', 'flushLayer'] as const satisfies readonly Action['kind'][];

const CLIENT = /^[A-Za-z][A-Za-z0-9_.-]*$/;
const EXCEPTION = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/** `[kind, when, ...what]`; `when` is a position or `{ t: microseconds }`. */
export function readIntervention(field: Field, version: number): Intervention {
  if (version < 3)
    return { ...readAction(field, choice(place(field, 0), ['cancelTask']), false), ...positionOf(field) };
  return {
    ...readAction(field, choice(place(field, 0), version < 4 ? KINDS_OF_VERSION_3 : KINDS), true),
    ...readWhen(field),
  };
}

export function shortIntervention(intervention: Intervention): Json {
  const when = 'position' in intervention ? intervention.position : { t: intervention.timeUs };
  return [intervention.kind, when, ...shortAction(intervention)];
}

export function isSinceVersion4({ kind }: Intervention): boolean {
  return kind === 'client' || kind === 'flushLayer';
}

export function isSinceVersion3(intervention: Intervention): boolean {
  return intervention.kind !== 'cancelTask' || !('position' in intervention) || intervention.id !== undefined;
}

/** The texts of an intervention that a person wrote or reads. */
export function textsOf(action: Action): readonly string[] {
  switch (action.kind) {
    case 'cancelTask':
      return [action.task];
    case 'raiseInTask':
      return [action.task, action.message];
    case 'resolveFuture':
      return [action.future, action.value];
    case 'signal':
    case 'restart':
      return [action.process];
    case 'cutLink':
    case 'healLink':
      return [action.from, action.to];
    case 'client':
      return [action.client, action.text];
    case 'flushLayer':
      return [action.layer];
    default:
      return [];
  }
}

function positionOf(field: Field): When {
  return { position: whole(place(field, 1), 0, LIMITS.positionMax) };
}

function readWhen(field: Field): When {
  const when = place(field, 1);
  return typeof when.value === 'number' ? positionOf(field) : { timeUs: whole(member(when, 't'), 0, LIMITS.timeUsMax) };
}

function readAction(field: Field, kind: Action['kind'], mayHaveId: boolean): Action {
  const name = (index: number) => text(place(field, index), LIMITS.taskNameLengthMax);
  const id = (index: number): Named => {
    const given = mayHaveId
      ? optional<number | null>(place(field, index), null, (found) => whole(found, 1, LIMITS.positionMax))
      : null;
    return given === null ? {} : { id: given };
  };
  switch (kind) {
    case 'cancelTask':
      return { kind, task: name(2), ...id(3) };
    case 'raiseInTask': {
      const exception = word(place(field, 3), LIMITS.exceptionNameLengthMax, EXCEPTION);
      return { kind, task: name(2), exception, message: text(place(field, 4), LIMITS.messageLengthMax), ...id(5) };
    }
    case 'resolveFuture':
      return { kind, future: name(2), value: text(place(field, 3), LIMITS.messageLengthMax), ...id(4) };
    case 'interrupt':
      return { kind };
    case 'signal':
      return { kind, process: name(2), signal: choice(place(field, 3), SIGNALS), ...id(4) };
    case 'restart':
      return { kind, process: name(2), ...id(3) };
    case 'cutLink':
    case 'healLink':
      return { kind, from: name(2), to: name(3) };
    case 'dropPacket':
      return { kind, packet: whole(place(field, 2), 1, LIMITS.positionMax) };
    case 'delayPacket': {
      const packet = whole(place(field, 2), 1, LIMITS.positionMax);
      return { kind, packet, delayMs: amount(place(field, 3), 0, LIMITS.delayMsMax) };
    }
    case 'client': {
      const client = word(place(field, 2), LIMITS.taskNameLengthMax, CLIENT);
      const said = text(place(field, 4), LIMITS.messageLengthMax);
      return { kind, client, act: choice(place(field, 3), CLIENT_ACTS), text: said };
    }
    case 'flushLayer':
      return { kind, layer: name(2) };
  }
}

function shortAction(action: Action): readonly Json[] {
  switch (action.kind) {
    case 'cancelTask':
      return [action.task, ...shortId(action)];
    case 'raiseInTask':
      return [action.task, action.exception, action.message, ...shortId(action)];
    case 'resolveFuture':
      return [action.future, action.value, ...shortId(action)];
    case 'interrupt':
      return [];
    case 'signal':
      return [action.process, action.signal, ...shortId(action)];
    case 'restart':
      return [action.process, ...shortId(action)];
    case 'cutLink':
    case 'healLink':
      return [action.from, action.to];
    case 'dropPacket':
      return [action.packet];
    case 'delayPacket':
      return [action.packet, action.delayMs];
    case 'client':
      return [action.client, action.act, action.text];
    case 'flushLayer':
      return [action.layer];
  }
}

function shortId({ id }: Named): readonly number[] {
  return id === undefined ? [] : [id];
}

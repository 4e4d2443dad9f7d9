/**
 * Which questions a run is worth: places where something instructive happens, in order, none of them after its own answer
 * was seen. An author's questions come first; what is made from the trace fills the room between.
 */

import { grouped } from '../lib/grouped.ts';
import type { Question as Asked } from '../scenario/scenario.ts';
import type { TraceEvent } from '../trace/events.ts';
import { type Trace, visitRows, worldAfter } from '../trace/trace.ts';
import { isOfShutdown } from '../trace/world.ts';
import { awaitedBy, isUsers } from './ahead.ts';
import { askNext } from './ask-next.ts';
import { askOrder } from './ask-order.ts';
import { askEnd, askPrinted, askTime } from './ask-value.ts';
import { askWhy } from './ask-why.ts';
import { authored } from './authored.ts';
import { brokerDecisions } from './broker-decisions.ts';
import type { Card, Decision } from './decisions.ts';
import { layerDecisions } from './layer-decisions.ts';
import { OPTIONS_MAX } from './options.ts';
import type { ChoiceQuestion, Question } from './question.ts';

const QUESTIONS_MAX = 6;
/** Of those made from the trace: a lesson that asks the same thing six times teaches one thing. */
const KIND_MAX: Readonly<Record<Question['kind'], number>> = { next: 3, value: 2, why: 2, order: 1, free: 0 };
/** More than one of them teaches nothing more. */
const ONCE: ReadonlySet<Sort> = new Set(['made', 'parks', 'ends']);
/** Places of one sort that are tried. */
const TRIES_MAX = 4;
/** Events of a run that are looked through for places. */
const LOOKED_THROUGH_MAX = 60_000;

/** Why a place is worth a question; the first ones are the most telling. */
const SORTS = [
  'order',
  'made',
  'together',
  'contends',
  'cancels',
  'wakes',
  'timers',
  'parks',
  'stuck',
  'prints',
  'ends',
] as const;
type Sort = (typeof SORTS)[number];

interface Place {
  readonly sort: Sort;
  readonly at: number;
  readonly task: number;
}

/** What the author says afterwards, by the prompt. */
export type Because = (prompt: string) => string;

/** In order of position. */
export function lessonOf(trace: Trace, asked: readonly Asked[], because: Because = () => ''): readonly Question[] {
  const own = asked.flatMap((each) => authored(trace, each, because(each.prompt)) ?? []);
  const chosen: Question[] = [...own].sort((a, b) => a.at - b.at);
  const left = new Map([...placesOf(trace)].map(([sort, places]) => [sort, [...places]]));
  // One of each sort, then again.
  for (let before = -1; before < chosen.length; ) {
    before = chosen.length;
    for (const sort of SORTS) {
      const question = chosen.length < QUESTIONS_MAX ? firstFree(trace, chosen, left.get(sort) ?? []) : null;
      if (question !== null) chosen.push(question);
      if (question !== null && ONCE.has(sort)) left.delete(sort);
    }
  }
  for (const decision of tellingDecisions(trace)) {
    const question = questionOf(decision);
    if (chosen.length < QUESTIONS_MAX && isFree(chosen, question.at, question.to)) chosen.push(question);
  }
  return chosen.sort((a, b) => a.at - b.at);
}

/** What brokers and channel layers decided: one for each rule that was behind it, and each way that it went. */
function tellingDecisions(trace: Trace): readonly Decision[] {
  if (trace.history.index.brokers === 0) return [];
  const all = [...brokerDecisions(trace), ...layerDecisions(trace)].sort((a, b) => a.at - b.at);
  return [...grouped(all, ({ cards, truth }) => `${ruleOf(cards, truth)} ${truth}`).values()].flatMap(([first]) =>
    first === undefined ? [] : [first],
  );
}

function ruleOf(cards: readonly Card[], truth: string): string {
  return cards.find(({ id }) => id === truth)?.rule ?? '';
}

function questionOf({ ask, at, cards, to, truth }: Decision): ChoiceQuestion {
  const index = cards.findIndex(({ id }) => id === truth);
  const shown =
    index < OPTIONS_MAX
      ? cards.slice(0, OPTIONS_MAX)
      : [...cards.slice(0, OPTIONS_MAX - 1), ...cards.slice(index, index + 1)];
  const options = shown.map(({ detail, isLegal, title }) => ({
    text: detail === '' ? title : `${title} (${detail})`,
    isLegal,
  }));
  const card = cards[index];
  return {
    ...{ form: 'choice', kind: 'next', at, to, prompt: null, because: '', ask, options },
    ...{ truth: Math.min(index, OPTIONS_MAX - 1), reason: card?.says ?? '', rule: card?.rule ?? null },
  };
}

/** Takes places from the front of the list until one gives a question that fits in. */
function firstFree(trace: Trace, chosen: readonly Question[], places: Place[]): Question | null {
  for (let place = places.shift(); place !== undefined; place = places.shift()) {
    if (!isFree(chosen, place.at, place.at)) continue;
    const question = questionAt(trace, place);
    if (question === null || !isFree(chosen, question.at, question.to)) continue;
    const same = chosen.filter(({ kind, prompt }) => prompt === null && kind === question.kind);
    if (same.length < KIND_MAX[question.kind]) return question;
  }
  return null;
}

function questionAt(trace: Trace, { at, sort, task }: Place): Question | null {
  switch (sort) {
    case 'made': {
      // Whether who makes a task goes on, or the task begins: only where it goes on.
      const question = askNext(trace, at);
      return question?.rule === 'untilAwait' ? question : null;
    }
    case 'cancels':
    case 'wakes':
    case 'parks':
    case 'timers':
      return askNext(trace, at);
    case 'contends':
    case 'stuck':
      return askWhy(trace, at, task);
    case 'together':
      return askTime(trace, at, task);
    case 'order':
      return askOrder(trace, at);
    case 'prints':
      return askPrinted(trace, at);
    case 'ends':
      return askEnd(trace, at, task);
  }
}

/** Nothing that is asked before or after shows the answer, and this shows none of theirs. */
function isFree(chosen: readonly Question[], at: number, to: number): boolean {
  return chosen.every((each) => each.at !== at && (to <= each.at || each.to <= at));
}

/** Up to `TRIES_MAX` places of each sort, in order. */
function placesOf(trace: Trace): ReadonlyMap<Sort, readonly Place[]> {
  const places = new Map<Sort, Place[]>();
  const add = (sort: Sort, at: number, task = 0) => {
    const list = places.get(sort) ?? [];
    places.set(sort, list);
    if (list.length < TRIES_MAX) list.push({ sort, at, task });
  };
  let creator = 0;
  visitRows(trace, (event, position) => {
    if (position > Math.min(trace.length, LOOKED_THROUGH_MAX)) return;
    if (event.kind === 'task.created') creator = event.parent;
    if (event.kind === 'handle.scheduled' && event.reason === 1 && creator !== 0) add('made', position, event.task);
    if (event.kind === 'handle.scheduled' && event.reason === 2) {
      const by = worldAfter(trace, position).runningTask;
      if (by !== 0 && by !== event.task) add('wakes', position, event.task);
    }
    if (event.kind === 'task.cancelRequested' && event.by !== 0) add('cancels', position, event.task);
    if (event.kind === 'task.suspended' && event.future !== 0) parked(trace, event, position, add);
  });
  return places;
}

type Add = (sort: Sort, at: number, task?: number) => void;

function parked(
  trace: Trace,
  event: Extract<TraceEvent, { kind: 'task.suspended' }>,
  position: number,
  add: Add,
): void {
  const world = worldAfter(trace, position);
  const task = world.tasks.get(event.task);
  if (task === undefined || isOfShutdown(task) || !isUsers(trace, task)) return;
  if ([...world.syncs.values()].some(({ putters, waiters }) => [...waiters, ...putters].includes(event.future)))
    add('contends', position, event.task);
  // When all are parked, the times of all of them are there to be seen.
  const isIdle = world.ready.length === 0;
  for (const { id, state } of isIdle ? world.tasks.values() : [])
    if (state === 'waiting' && awaitedBy(world, id).length > 0) add('together', position, id);
  if (!isIdle) add('order', position);
  if (!isIdle) add('parks', position);
  else if (world.timers.length > 1) add('timers', position);
  else if (world.timers.length === 0) add('stuck', position, event.task);
  add('prints', position);
  if (isIdle && task.parent === 0) add('ends', position, event.task);
}

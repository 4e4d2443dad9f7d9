/** An author's question: a place in the run, a kind, and words. What its kind asks for is computed there. */

import type { Question as Asked } from '../scenario/scenario.ts';
import { momentPlace } from '../trace/moment.ts';
import { type Trace, worldAfter } from '../trace/trace.ts';
import { isOfShutdown, type Task, type World } from '../trace/world.ts';
import { askNext } from './ask-next.ts';
import { askOrder } from './ask-order.ts';
import { askEnd, askPrinted, askTime, longestParked } from './ask-value.ts';
import { askWhy } from './ask-why.ts';
import type { FreeQuestion, Question } from './question.ts';

/** Words that ask for a time. */
const ASKS_FOR_TIME = /\b(when|how long|what time)\b/i;
const ASKS_FOR_END = /\bends?\b/i;

/** Null: its place is not in this run. */
export function authored(trace: Trace, { at: moment, kind, prompt }: Asked, because: string): Question | null {
  const at = momentPlace(trace, moment);
  if (at === null) return null;
  const question = computed(trace, at, kind, prompt) ?? open(at);
  return { ...question, prompt, because };
}

function computed(trace: Trace, at: number, kind: Asked['kind'], prompt: string): Question | null {
  const world = worldAfter(trace, at);
  switch (kind) {
    case 'next':
      return askNext(trace, at);
    case 'order':
      return askOrder(trace, at);
    case 'value':
      return ASKS_FOR_TIME.test(prompt) ? timeAsked(trace, at, prompt) : askPrinted(trace, at);
    case 'why':
      return askWhy(trace, at, named(world, prompt) || longestParked(world, trace, at));
    case 'free':
      return null;
  }
}

function timeAsked(trace: Trace, at: number, prompt: string): Question | null {
  const world = worldAfter(trace, at);
  const task = named(world, prompt) || longestParked(world, trace, at);
  return ASKS_FOR_END.test(prompt) ? askEnd(trace, at, task) : askTime(trace, at, task);
}

/** The task that the words name, by its name, its letter or the function that it runs; 0 none of those that wait. */
function named(world: World, prompt: string): number {
  const words = new Set(prompt.toLowerCase().match(/[\w-]+/g) ?? []);
  const waiting = [...world.tasks.values()].filter((task) => task.state === 'waiting' && !isOfShutdown(task));
  const isNamed = (name: string) => words.has(name.toLowerCase());
  // What tells tasks of one function apart says more than the function.
  const names = [
    ({ name }: Task) => [name],
    ({ label }: Task) => quotedWords(label),
    ({ label }: Task) => [label.replace(/\(.*$/s, '')],
  ];
  for (const namesOf of names) {
    const found = waiting.find((task) => namesOf(task).some(isNamed));
    if (found !== undefined) return found.id;
  }
  return 0;
}

/** `race('hare', 1)`: hare. */
function quotedWords(label: string): readonly string[] {
  return [...label.matchAll(/'([^']*)'/g)].map(([, word = '']) => word);
}

function open(at: number): FreeQuestion {
  return {
    ...{ form: 'free', kind: 'free', at, to: at, prompt: null, because: '' },
    ask: 'Say it in your own words, then see what the author says.',
    ...{ reason: '', rule: null },
  };
}

/**
 * What the projector's window and the presenter's say to each other, on one machine and through no server. The projector
 * tells what is shown and what the presenter may know beforehand; the presenter's window asks, and presses keys.
 */
import type { Action } from '../keys.ts';

const CHANNEL = 'loopscope.presenter';

export interface Notes {
  readonly title: string;
  readonly step: number;
  readonly count: number;
  readonly time: string;
  readonly sentence: string;
  readonly isBlank: boolean;
  /** What the author says about this moment, and about the one that comes next; '' nothing. */
  readonly here: string;
  readonly ahead: string;
  readonly question: QuestionNote | null;
}

export interface QuestionNote {
  readonly step: number;
  readonly ask: string;
  readonly options: readonly string[];
  readonly answer: string;
  readonly reasons: readonly string[];
}

const PRESSED = ['forward', 'back', 'toggle', 'blank', 'enlarge', 'question'] as const satisfies readonly Action[];
export type Pressed = (typeof PRESSED)[number];

export type Message =
  | { readonly kind: 'hello' }
  | { readonly kind: 'notes'; readonly notes: Notes }
  | { readonly kind: 'press'; readonly action: Pressed };

export interface Line {
  readonly send: (message: Message) => void;
  readonly close: () => void;
}

/** Some embedded browsers have none. */
export function canTalk(): boolean {
  return typeof BroadcastChannel === 'function';
}

/** Null where windows cannot talk. Other windows of this site may be on the line: what is no message is passed over. */
export function openLine(onMessage: (message: Message) => void): Line | null {
  if (!canTalk()) return null;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = messageOf(data);
    if (message !== null) onMessage(message);
  };
  return { send: (message) => channel.postMessage(message), close: () => channel.close() };
}

export function messageOf(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  if (data.kind === 'hello') return { kind: 'hello' };
  if (data.kind === 'press' && 'action' in data) {
    const action = PRESSED.find((one) => one === data.action);
    return action === undefined ? null : { kind: 'press', action };
  }
  return data.kind === 'notes' && 'notes' in data && isNotes(data.notes) ? { kind: 'notes', notes: data.notes } : null;
}

function isNotes(data: unknown): data is Notes {
  return typeof data === 'object' && data !== null && 'title' in data && 'step' in data && 'question' in data;
}

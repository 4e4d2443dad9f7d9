/**
 * The wire between page and worker: two unions, each message names its run. Payloads are structured-clone-safe.
 * We stream, we do not call.
 */
import type { Brand } from '../lib/units.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Ending } from '../trace/ending.ts';
import type { Chunk } from '../trace/events.ts';

export type RunId = Brand<number, 'RunId'>;

export type Request =
  | { readonly kind: 'run'; readonly run: RunId; readonly scenario: Scenario }
  | { readonly kind: 'cancel'; readonly run: RunId };

export type Reply =
  | { readonly kind: 'started'; readonly run: RunId }
  /** More of the trace; chunks arrive in order. */
  | { readonly kind: 'recorded'; readonly run: RunId; readonly chunk: Chunk }
  | { readonly kind: 'finished'; readonly run: RunId; readonly ending: Ending };

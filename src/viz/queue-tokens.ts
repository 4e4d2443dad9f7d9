/** A message, wherever it is: in a pipe, in somebody's hands, fallen out. */
import { type ENVELOPE_OUTCOMES, type Envelope, queueOf } from '../trace/brokers.ts';
import type { TraceEvent } from '../trace/events.ts';
import type { Lives } from '../trace/life.ts';
import type { World } from '../trace/world.ts';
import { secondsText } from './marks.ts';
import { backText, isAcking } from './queue-file.ts';
import type { TokenMark } from './queue-marks.ts';
import { boxName } from './queue-roles.ts';

const HUES = 8;
const WIDTH_MAX = 120;

export interface TokenInput {
  readonly world: World;
  readonly event: TraceEvent | null;
  readonly lives: Lives;
  readonly path: ReadonlySet<number>;
  readonly hues: (envelope: number) => number;
}

interface TokenPlace extends Pick<TokenMark, 'x' | 'y' | 'width' | 'height' | 'look' | 'spoken'> {
  readonly note?: string;
  /** Of one that stands in several places. */
  readonly key?: string;
  readonly left?: number | null;
}

export function tokenMark({ event, hues, path, world }: TokenInput, envelope: Envelope, place: TokenPlace): TokenMark {
  const { celeryTask, expiresUs, group, id, isRedelivered, label, storedUs } = envelope;
  return {
    ...{
      kind: 'token',
      key: `envelope ${id}`,
      envelope: id,
      label: celeryTask === '' ? label : shortCall(label),
      hue: hues(id),
      opacity: 1,
    },
    left: place.look === 'queued' ? timeLeft({ expiresUs, storedUs }, world.timeUs) : null,
    note: group === '' ? '' : `a copy for ${group}`,
    isNew: event !== null && 'envelope' in event && event.envelope === id,
    isOnPath: path.has(id),
    isAgain: isRedelivered,
    ...place,
    spoken: `${id} ${label}: ${place.spoken}${isRedelivered ? '; it has been delivered before' : ''}`,
  };
}

/** Without the module's name: `add(1, 2)`. */
export function shortCall(call: string): string {
  return call.replace(/^(?:\w+\.)+(?=\w)/, '');
}

export function tokenWidth(room: number, least: number, most = WIDTH_MAX): number {
  return Math.max(least, Math.min(most, Math.floor(room)));
}

/** 1 when it has just been stored, 0 when it expires. */
function timeLeft({ expiresUs, storedUs }: Pick<Envelope, 'expiresUs' | 'storedUs'>, nowUs: number): number | null {
  if (expiresUs <= storedUs) return null;
  return Math.max(0, Math.min(1, (expiresUs - nowUs) / (expiresUs - storedUs)));
}

/** All that came of one thing are of one hue: of the first of them. */
export function huesOf({ byEnvelope }: Lives): (envelope: number) => number {
  const rootOf = (envelope: number): number => {
    const origin = byEnvelope.get(envelope)?.origin ?? 0;
    return origin === 0 || origin >= envelope ? envelope : rootOf(origin);
  };
  return (envelope) => rootOf(envelope) % HUES;
}

/** Where it is and what became of it, for a line of text. */
export function envelopeText(world: World, envelope: Envelope): string {
  const { consumer, expiresUs, reader, sinceUs, state, text } = envelope;
  const queue = queueOf(world, envelope.queue);
  if (queue !== undefined && isAcking(world, queue)) return ackText(world, envelope);
  const who = reader === null ? '' : boxName(world, reader.process);
  switch (state) {
    case 'queued':
      return expiresUs === 0
        ? 'in its channel; it does not expire'
        : `in its channel; expires at ${secondsText(expiresUs)}, in ${secondsText(expiresUs - world.timeUs)}`;
    case 'taken':
      return `read by ${who} at ${secondsText(sinceUs)}`;
    case 'running':
      return `${who} runs ${consumer} for it, since ${secondsText(sinceUs)}`;
    case 'removed':
      return `fell out of its channel at ${secondsText(sinceUs)}: ${text}`;
    case 'lost':
      return `lost with ${who} at ${secondsText(sinceUs)}: there is no copy anywhere`;
    default:
      return `${outcomeText(state)}${text === '' ? '' : `: ${text}`}, at ${secondsText(sinceUs)}`;
  }
}

/** The same of one that its queue keeps until it is acknowledged. */
function ackText(world: World, envelope: Envelope): string {
  const { consumer, expiresUs, isRedelivered, isUnacked, reader, sinceUs, state, text } = envelope;
  const who = reader === null ? 'somebody' : boxName(world, reader.process);
  const back = backText(world, envelope);
  const kept = isUnacked ? `; not acknowledged${back === '' ? '' : `, ${back}`}` : '; acknowledged';
  switch (state) {
    case 'queued': {
      const again = isRedelivered ? `, came back at ${secondsText(sinceUs)}: ${text}` : '';
      return `ready in its queue${again}${expiresUs === 0 ? '' : `; expires at ${secondsText(expiresUs)}`}`;
    }
    case 'taken':
      return `delivered to ${who}${kept}`;
    case 'running':
      return `${who} runs ${consumer} for it${kept}`;
    case 'acked':
      return `acknowledged at ${secondsText(sinceUs)}: its queue has forgotten it`;
    case 'removed':
      return `given up by its queue at ${secondsText(sinceUs)}: ${text}`;
    case 'lost':
      return `lost with ${who} at ${secondsText(sinceUs)}: it was acknowledged, there is no copy`;
    default:
      return `${outcomeText(state)}${text === '' ? '' : `: ${text}`}${kept}`;
  }
}

const OUTCOMES: Readonly<Record<(typeof ENVELOPE_OUTCOMES)[number] | 'acked', string>> = {
  acked: 'acknowledged',
  finished: 'finished',
  failed: 'its consumer failed',
  lost: 'lost with its process',
  later: 'sent again, to be handled later',
  denied: 'denied',
  'no consumer': 'there is no consumer for it',
};

export function outcomeText(outcome: keyof typeof OUTCOMES): string {
  return OUTCOMES[outcome];
}

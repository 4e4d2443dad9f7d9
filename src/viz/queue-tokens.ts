/** A message, wherever it is: in a pipe, in somebody's hands, fallen out. */
import type { ENVELOPE_OUTCOMES, Envelope } from '../trace/brokers.ts';
import type { TraceEvent } from '../trace/events.ts';
import type { Lives } from '../trace/lives.ts';
import type { World } from '../trace/world.ts';
import { secondsText } from './marks.ts';
import type { TokenMark } from './queue-marks.ts';
import { boxName } from './queue-roles.ts';

const HUES = 8;
const WIDTH_MAX = 120;

export interface TokenInput {
  readonly world: World;
  readonly event: TraceEvent | null;
  readonly path: ReadonlySet<number>;
  readonly hues: (envelope: number) => number;
}

interface TokenPlace extends Pick<TokenMark, 'x' | 'y' | 'width' | 'height' | 'look' | 'spoken'> {
  readonly note?: string;
}

export function tokenMark({ event, hues, path, world }: TokenInput, envelope: Envelope, place: TokenPlace): TokenMark {
  const { expiresUs, group, id, label, storedUs } = envelope;
  return {
    ...{
      kind: 'token',
      key: `envelope ${id}`,
      envelope: id,
      label,
      hue: hues(id),
      opacity: 1,
    },
    left: place.look === 'queued' ? timeLeft({ expiresUs, storedUs }, world.timeUs) : null,
    note: group === '' ? '' : `a copy for ${group}`,
    isNew: event !== null && 'envelope' in event && event.envelope === id,
    isOnPath: path.has(id),
    ...place,
    spoken: `${id} ${label}: ${place.spoken}`,
  };
}

export function tokenWidth(room: number, least: number): number {
  return Math.max(least, Math.min(WIDTH_MAX, Math.floor(room)));
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
export function envelopeText(world: World, { consumer, expiresUs, reader, sinceUs, state, text }: Envelope): string {
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

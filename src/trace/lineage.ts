/** The whole life of a message: what it came of, itself, what came of it, and where each of them was when. */
import { ENVELOPE_OUTCOMES } from './brokers.ts';
import type { ConsumerLine, Life, LifeEvent, Lives } from './life.ts';

/** Further descendants are left out: a group may have hundreds of members. */
const LINEAGE_MAX = 40;

/** First first. Empty when it is not known. */
export function lineageOf({ byEnvelope, children }: Lives, envelope: number): readonly Life[] {
  const before: Life[] = [];
  for (let life = byEnvelope.get(envelope); life !== undefined; life = byEnvelope.get(life.origin)) {
    if (before.includes(life)) break;
    before.unshift(life);
  }
  const found: Life[] = [...before];
  const pending = [...(children.get(envelope) ?? [])];
  for (let next = pending.shift(); next !== undefined && found.length < LINEAGE_MAX; next = pending.shift()) {
    const life = byEnvelope.get(next);
    if (life === undefined || found.includes(life)) continue;
    found.push(life);
    pending.push(...(children.get(next) ?? []));
  }
  return found;
}

export type StationKind = 'asked' | LifeEvent['kind'];

export interface Station {
  readonly kind: StationKind;
  /** The position just after it. */
  readonly position: number;
  readonly timeUs: number;
  readonly life: Life;
  /** Who did it. */
  readonly process: number;
  readonly thread: number;
  /** The consumer, the reason, what was said on the wire. */
  readonly text: string;
  readonly outcome: (typeof ENVELOPE_OUTCOMES)[number] | '';
  /** Of `began`: where the consumer's code is. */
  readonly line: ConsumerLine | null;
}

/** In the order of the run, each once. */
export function stationsOf(lineage: readonly Life[]): readonly Station[] {
  const stations = lineage.flatMap((life): readonly Station[] => {
    const { answered, asked, events } = life;
    const wire = { life, thread: 0, outcome: '', line: null } as const;
    return [
      ...(asked === null
        ? []
        : [{ ...wire, ...asked, kind: 'asked' as const, process: asked.peer, text: asked.label }]),
      ...events.map(
        (event): Station => ({
          ...event,
          life,
          outcome: event.kind === 'ended' ? (ENVELOPE_OUTCOMES[event.outcome] ?? 'failed') : '',
        }),
      ),
      ...(answered === null
        ? []
        : [{ ...wire, ...answered, kind: 'answered' as const, process: answered.peer, text: answered.label }]),
    ];
  });
  return stations.sort((a, b) => a.position - b.position);
}

/** The next station after a position, or the one before it; undefined: there is none. */
export function stationBeside(
  stations: readonly Station[],
  position: number,
  direction: 'next' | 'previous',
): Station | undefined {
  return direction === 'next'
    ? stations.find((station) => station.position > position)
    : stations.findLast((station) => station.position < position);
}

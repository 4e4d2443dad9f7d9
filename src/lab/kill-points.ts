/**
 * At which positions of a run it matters that something is killed. Between two of them nothing happens to a message, to whoever has it in
 * hand, or to a process; so a kill anywhere between them has the same outcome as one at the first. Pure, over the events of a run.
 */
import type { Intervention } from '../scenario/intervention.ts';
import { REPLACED_AFTER_US } from '../scenario/lab/program.ts';
import type { Victim } from '../scenario/lab/setting.ts';
import type { TraceEvent } from '../trace/events.ts';
import { AUDITOR } from './verdict.ts';

export interface KillPoint {
  /** So many events have happened. */
  readonly position: number;
  readonly timeUs: number;
  /** Who is killed, as the run names it. */
  readonly process: string;
  readonly pid: number;
}

interface Alive {
  readonly id: number;
  readonly parent: number;
  readonly pid: number;
  readonly label: string;
}

const LABELS: Readonly<Record<Exclude<Victim, 'child' | 'poison'>, string>> = {
  worker: 'worker.1',
  broker: 'broker.1',
  producer: 'producer.1',
};

/** `events` are all of a run, in which nothing is killed. A poison order kills by itself. */
export function killPoints(events: Iterable<TraceEvent>, victim: Victim): readonly KillPoint[] {
  const run = new Run();
  const points: KillPoint[] = [];
  let position = 0;
  let before: Alive | undefined;
  for (const event of events) {
    position++;
    run.apply(event);
    // The book has been read: nothing matters any more.
    if (run.isRead) break;
    const found = run.find(victim);
    const isPoint = found !== before || run.matters(event);
    before = found;
    if (found !== undefined && isPoint)
      points.push({ position, timeUs: run.timeUs, process: found.label, pid: found.pid });
  }
  return points;
}

/** The kill, and whoever takes the place of what was killed. A child is replaced by its pool, and nobody sends the rest of the orders. */
export function actsAt({ pid, position, process, timeUs }: KillPoint, victim: Victim): readonly Intervention[] {
  const kill = { kind: 'signal', process, signal: 'SIGKILL', id: pid, position } as const;
  if (victim === 'child' || victim === 'producer') return [kill];
  return [kill, { kind: 'restart', process, timeUs: timeUs + REPLACED_AFTER_US }];
}

/** What has to be known of a run to see what matters. */
class Run {
  timeUs = 0;
  isRead = false;
  private readonly alive: Map<number, Alive> = new Map();
  /** Of each thread that works on a message: which. */
  private readonly handling: Map<number, number> = new Map();
  private thread = 1;

  apply(event: TraceEvent): void {
    switch (event.kind) {
      case 'clock.advanced':
        this.timeUs = event.time;
        break;
      case 'process.started':
        this.alive.set(event.process, { ...event, id: event.process });
        break;
      case 'process.ended':
        this.isRead ||= this.alive.get(event.process)?.label === AUDITOR;
        this.alive.delete(event.process);
        break;
      case 'thread.switched':
        this.thread = event.thread;
        break;
      case 'envelope.began':
        this.handling.set(event.thread, event.envelope);
        break;
      case 'envelope.ended':
        for (const [thread, envelope] of this.handling) if (envelope === event.envelope) this.handling.delete(thread);
        break;
      default:
    }
  }

  find(victim: Victim): Alive | undefined {
    if (victim === 'poison') return undefined;
    const all = [...this.alive.values()];
    if (victim !== 'child') return all.find(({ label }) => label === LABELS[victim]);
    const worker = all.find(({ label }) => label === LABELS.worker);
    return all.findLast(({ parent }) => parent === worker?.id);
  }

  matters({ kind }: TraceEvent): boolean {
    if (/^(envelope|broker|consumer|publish|celeryTask|process)\./.test(kind)) return true;
    return this.handling.has(this.thread) && (kind === 'line.reached' || kind === 'frame.left');
  }
}

/** What there is to know of a message at this place of the run, beside its token while it is pointed at or has the focus. */
import { envelopeOf, queueOf } from '../trace/brokers.ts';
import type { Trace } from '../trace/trace.ts';
import { worldAfter } from '../trace/trace.ts';
import { secondsText } from '../viz/marks.ts';
import { isAcking } from '../viz/queue-file.ts';
import type { QueueDrawing, QueueMark } from '../viz/queue-marks.ts';
import { boxName } from '../viz/queue-roles.ts';
import { envelopeText } from '../viz/queue-tokens.ts';
import { useApp } from './services.ts';

interface EnvelopeTipProps {
  readonly trace: Trace;
  readonly envelope: number;
  readonly at: QueueMark;
  readonly within: Pick<QueueDrawing, 'width' | 'height'>;
}

const WIDTH = 320;
const GAP = 6;

/** Hidden from screen readers: what is chosen is told in full beside the picture. */
export function EnvelopeTip({ at, envelope: id, trace, within }: EnvelopeTipProps) {
  const position = useApp((state) => state.position);
  const world = worldAfter(trace, position);
  const envelope = envelopeOf(world, id);
  if (envelope === undefined) return null;
  const { body, label, name, sender, storedUs } = envelope;
  const queue = queueOf(world, envelope.queue);
  const isByKey = queue !== undefined && isAcking(world, queue) && queue.name !== name;
  const whereto = isByKey ? `${queue.name} (key ${name})` : name;
  const left = Math.max(4, Math.min(at.x, within.width - WIDTH - 4));
  const isAbove = at.y > within.height * 0.6;
  const place = isAbove ? { bottom: within.height - at.y + GAP } : { top: at.y + at.height + GAP };
  return (
    <div className="queue-tip" style={{ left, width: WIDTH, ...place }} aria-hidden="true">
      <p>
        <b>{id}</b> <span translate="no">{label}</span>
      </p>
      <pre translate="no">{body}</pre>
      <p>
        {`from ${boxName(world, sender.process)} at ${secondsText(storedUs)}, for `}
        <span translate="no">{whereto}</span>
      </p>
      <p>{envelopeText(world, envelope)}</p>
    </div>
  );
}

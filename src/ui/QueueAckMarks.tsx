/** Marks of brokers that wait for acknowledgements: exchanges and their bindings, places of a consumer's window, tasks of Celery. */
import type { CSSProperties } from 'react';
import type { BindingMark, ExchangeMark, SlotMark, TaskMark } from '../viz/queue-marks.ts';
import { STATES } from '../viz/states.ts';
import { Glyph } from './Glyph.tsx';
import { queuePiecesOf } from './queue-words.ts';
import { Termed } from './Term.tsx';
import './queue-exchanges.css';
import './queue-tasks.css';

interface Placed<M> {
  readonly mark: M;
  readonly style: CSSProperties;
}

export function Exchange({ mark, style }: Placed<ExchangeMark>) {
  const { isNew, name, note, type } = mark;
  return (
    <div className="queue-exchange" data-new={isNew} style={style}>
      <p className="queue-exchange-head">
        <span className="queue-title" translate="no" title={name}>
          {name}
        </span>
        <span className="queue-exchange-type">
          <Termed text={`${type} exchange`} find={queuePiecesOf} />
        </span>
      </p>
      <p className="queue-exchange-note figures">{note}</p>
    </div>
  );
}

/** What nothing matched is told by the note of the exchange; that one matches, by a tick. */
export function Binding({ mark, style }: Placed<BindingMark>) {
  const { look, target, text } = mark;
  return (
    <p className="queue-binding" data-look={look} style={style}>
      <span className="queue-binding-key" translate="no" title={text}>
        {text}
      </span>
      {look === 'matched' ? (
        <span className="queue-binding-match">
          <Glyph name="tick" size={12} /> matches
        </span>
      ) : target === '' ? null : (
        <span className="queue-binding-target" translate="no" title={target}>
          → {target}
        </span>
      )}
    </p>
  );
}

const PLACES: Readonly<Record<SlotMark['look'], string>> = {
  free: 'a free place',
  endless: 'room for any number',
  out: 'worked on in a child, not acknowledged',
};

export function Slot({ mark: { look, text }, style }: Placed<SlotMark>) {
  const said = look === 'out' ? `message ${text}: ${PLACES.out}` : PLACES[look];
  return (
    <p className="queue-slot" data-look={look} style={style} title={said}>
      <span className="unseen">{said}</span>
      <span aria-hidden="true">{look === 'endless' ? '∞' : text}</span>
    </p>
  );
}

interface TaskProps extends Placed<TaskMark> {
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly onEnvelope: (envelope: number) => void;
}

/** Of one that was sent, a button that selects its last message. */
export function CeleryTask({ isChosen, isCurrent, mark, onEnvelope, style }: TaskProps) {
  const { detail, envelope, isNew, label, state, value } = mark;
  const words = (
    <>
      <Glyph name={STATES[state].glyph} size={13} />
      <span className="queue-task-call" translate="no">
        {label}
      </span>
      <span className="queue-task-state">{detail}</span>
      <span className="queue-task-value" translate="no">
        {value}
      </span>
    </>
  );
  const shared = {
    className: 'queue-task',
    'data-state': state,
    'data-new': isNew,
    'data-tall': mark.height > 30,
    style,
    title: `${label}: ${detail}${value === '' ? '' : `, ${value}`}`,
  };
  if (envelope === 0) return <p {...shared}>{words}</p>;
  return (
    <button
      type="button"
      {...shared}
      data-key={mark.key}
      aria-pressed={isChosen}
      aria-label={`task ${shared.title}`}
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => onEnvelope(envelope)}
    >
      {words}
    </button>
  );
}

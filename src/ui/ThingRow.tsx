/** One thing that is alive, and buttons for what can be done to it; some ask for a word more first. */
import { type FormEvent, useState } from 'react';
import type { Action } from '../scenario/intervention.ts';
import { actionClause } from '../scenario/intervention-words.ts';
import type { Offer, Thing } from '../store/what-if.ts';

const EXCEPTIONS = ['ValueError', 'TimeoutError', 'ConnectionError', 'OSError', 'RuntimeError', 'KeyboardInterrupt'];

interface ThingRowProps {
  readonly thing: Thing;
  readonly isSelected: boolean;
  readonly isDisabled: boolean;
  readonly onAct: (action: Action) => void;
}

export function ThingRow({ isDisabled, isSelected, onAct, thing }: ThingRowProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const form = thing.offers.find(({ word }) => word === asked);
  return (
    <li className="thing" data-kind={thing.kind} aria-current={isSelected}>
      <span className="thing-name">
        <span translate="no">{thing.name}</span> <span className="soft">{thing.note}</span>
      </span>
      <span className="thing-offers">
        {thing.offers.map((offer) => (
          <button
            key={offer.word}
            type="button"
            className="plain offer"
            aria-label={`${offer.word.replace('…', '')}: ${thing.name}`}
            aria-expanded={offer.asks === 'nothing' ? undefined : offer.word === asked}
            aria-disabled={isDisabled}
            onClick={() => {
              if (isDisabled) return;
              if (offer.asks === 'nothing') onAct(offer.action);
              else setAsked(offer.word === asked ? null : offer.word);
            }}
          >
            {offer.word}
          </button>
        ))}
      </span>
      {form === undefined ? null : (
        <OfferForm
          offer={form}
          onAct={(action) => {
            if (isDisabled) return;
            setAsked(null);
            onAct(action);
          }}
        />
      )}
    </li>
  );
}

function OfferForm({ offer, onAct }: { readonly offer: Offer; readonly onAct: (action: Action) => void }) {
  const [action, setAction] = useState(offer.action);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAct(action);
  };
  return (
    <form className="offer-form" onSubmit={submit}>
      <Fields action={action} onChange={setAction} />
      <button type="submit" className="plain offer" aria-label={`Do it: ${actionClause(action)}`}>
        Do it
      </button>
    </form>
  );
}

function Fields({ action, onChange }: { readonly action: Action; readonly onChange: (action: Action) => void }) {
  switch (action.kind) {
    case 'raiseInTask':
      return (
        <>
          <label>
            Exception{' '}
            <input
              className="mono"
              list="what-if-exceptions"
              required
              maxLength={100}
              pattern="[A-Za-z_][\w.]*"
              value={action.exception}
              onChange={(event) => onChange({ ...action, exception: event.currentTarget.value })}
            />
          </label>
          <datalist id="what-if-exceptions">
            {EXCEPTIONS.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <label>
            Message{' '}
            <input
              maxLength={200}
              value={action.message}
              onChange={(event) => onChange({ ...action, message: event.currentTarget.value })}
            />
          </label>
        </>
      );
    case 'resolveFuture':
      return (
        <label>
          Result, a Python literal{' '}
          <input
            className="mono"
            required
            maxLength={200}
            value={action.value}
            onChange={(event) => onChange({ ...action, value: event.currentTarget.value })}
          />
        </label>
      );
    case 'delayPacket':
      return (
        <label>
          Milliseconds{' '}
          <input
            type="number"
            min={1}
            max={3_600_000}
            value={action.delayMs}
            onChange={(event) => onChange({ ...action, delayMs: event.currentTarget.valueAsNumber || 1 })}
          />
        </label>
      );
    default:
      return null;
  }
}

/** What was found wrong with the program: where, what happened, what to do, and where Python's documentation tells of it. */
import { HAZARDS, type HazardInfo } from '../trace/hazard-words.ts';
import type { Hazard } from '../trace/hazards.ts';
import { hazardsOf } from '../trace/history.ts';
import type { Trace } from '../trace/trace.ts';
import { Spelled } from './Spelled.tsx';
import { Termed } from './Term.tsx';
import './hazards.css';

const SHOWN_MAX = 200;

const WEIGHTS: Readonly<Record<HazardInfo['weight'], string>> = { hazard: 'Hazard', hint: 'Hint', legacy: 'Legacy' };

export interface HazardsTabProps {
  readonly trace: Trace;
  readonly position: number;
  readonly onShow: (hazard: Hazard) => void;
}

export function HazardsTab({ onShow, position, trace }: HazardsTabProps) {
  if (trace.length === 0) return <p className="empty">No run yet. What goes wrong in it will be listed here.</p>;
  const found = hazardsOf(trace.history);
  if (found.length === 0) {
    return (
      <p className="empty">
        None were found in this run: nothing blocked the loop, everything was awaited, no error and no task was lost.
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className="hazards" tabIndex={0} aria-label="Hazards of this run">
      <ol>
        {found.slice(0, SHOWN_MAX).map((hazard) => (
          <Row key={hazard.position} hazard={hazard} trace={trace} position={position} onShow={onShow} />
        ))}
      </ol>
      {found.length > SHOWN_MAX ? <p className="soft">{`and ${found.length - SHOWN_MAX} more`}</p> : null}
    </section>
  );
}

function Row({ hazard, onShow, position, trace }: HazardsTabProps & { readonly hazard: Hazard }) {
  const { advice, link, title, weight } = HAZARDS[hazard.kind];
  const file = trace.codes[hazard.code]?.file ?? '';
  const place = hazard.line === 0 ? '' : `${file}, line ${hazard.line}, `;
  return (
    <li
      data-weight={weight}
      data-future={hazard.position > position}
      aria-current={hazard.position === position ? 'step' : undefined}
    >
      <p className="hazard-head">
        <span className="hazard-weight">{WEIGHTS[weight]}</span> <strong>{title}</strong>{' '}
        <button type="button" className="link figures" onClick={() => onShow(hazard)}>
          {`${place}step ${hazard.position}`}
        </button>
      </p>
      <p>
        <Termed text={`${sentenceOf(hazard.text)}.`} />
      </p>
      <p className="soft">
        <Spelled text={advice} />{' '}
        <a href={link} target="_blank" rel="noopener noreferrer">
          Python documentation<span className="unseen"> on this, in a new tab</span>
        </a>
      </p>
    </li>
  );
}

/** Begins with a capital, unless with a name from the program. */
function sentenceOf(text: string): string {
  return /^(for|the|line|more|a) /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

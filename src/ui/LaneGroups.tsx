/** Groups of lanes: each a band of counts, and a button that opens and closes it and says in words what the band shows. */
import { memo } from 'react';
import type { Census, Counts } from '../trace/census.ts';
import { LANE_STATES } from '../trace/moves.ts';
import { type BandMark, countsText } from '../viz/lane-bands.ts';
import { ALL } from '../viz/lane-lines.ts';
import type { GroupRow, LaneRow } from '../viz/lane-marks.ts';
import { STATES } from '../viz/states.ts';
import { Glyph } from './Glyph.tsx';
import { Icon } from './Icon.tsx';
import './lane-groups.css';

/** In the drawing of the lanes. */
export const Bands = memo(function Bands({ bands }: { readonly bands: readonly BandMark[] }) {
  return bands.map(({ areas, key }) => (
    <g key={key} className="lane-band">
      {areas.map(({ path, state }) => (
        <path key={state} data-state={state} d={path} />
      ))}
    </g>
  ));
});

interface GroupHeadsProps {
  readonly groups: readonly GroupRow[];
  readonly census: Census;
  readonly position: number;
  readonly left: number;
  /** The group that this step is about; '' none. */
  readonly about: string;
  readonly onToggle: (key: string) => void;
}

/** Width of a character of the counts. */
const COUNT = 6;

/** Where there is no room for the words, which its tip and its name still have. */
function GlyphCounts({ counts }: { readonly counts: Counts }) {
  return (
    <span className="lane-group-counts figures" aria-hidden="true">
      {LANE_STATES.filter((state) => counts[state] > 0).map((state) => (
        <span key={state} className="lane-group-count" style={{ color: `var(--${state})` }}>
          <Glyph name={STATES[state].glyph} size={9} />
          {counts[state].toLocaleString('en')}
        </span>
      ))}
    </span>
  );
}

interface PinButtonProps {
  readonly row: LaneRow;
  readonly left: number;
  readonly isPinned: boolean;
  readonly onPin: (task: number) => void;
}

/** At the name of a lane that is selected, or pinned. */
export function PinButton({ isPinned, left, onPin, row }: PinButtonProps) {
  const { label, letter, task, y } = row;
  return (
    <button
      type="button"
      className="lane-pin"
      style={{ top: y - 13, left: left - 34 }}
      aria-pressed={isPinned}
      aria-label={`Pin ${letter}, ${label}, to the top`}
      title={isPinned ? 'No longer pinned (P)' : 'Pin to the top (P)'}
      onClick={() => onPin(task)}
    >
      <Icon name="pin" size={14} />
    </button>
  );
}

/** Over it, where the names stand. */
export function GroupHeads({ about, census, groups, left, onToggle, position }: GroupHeadsProps) {
  return groups.map(({ depth, hue, isOpen, key, size, state, title, y }) => {
    const counts = census.countsAt(state === null ? key : ALL, position);
    const count = state === null ? size : counts[state];
    const words = state === null ? countsText(counts) : `of ${size.toLocaleString('en')}`;
    return (
      <button
        key={key}
        type="button"
        className="lane-group"
        style={{ top: y - 18, width: left - 8, paddingLeft: 4 + Math.min(depth, 4) * (left < 120 ? 5 : 10) }}
        aria-expanded={isOpen}
        aria-label={`${title}, ${count.toLocaleString('en')} lanes: ${words}`}
        data-about={key === about}
        data-hue={state === null ? hue : undefined}
        title={`${title}: ${words}`}
        onClick={() => onToggle(key)}
      >
        <span className="lane-group-mark">
          <Icon name={isOpen ? 'down' : 'forward'} size={10} />
        </span>
        <span className="lane-group-words">
          <span className="lane-group-title">
            <span className="lane-group-name" translate="no">
              {title}
            </span>{' '}
            {left < 120 && state === null ? null : (
              <span className="lane-group-size figures">{`× ${count.toLocaleString('en')}`}</span>
            )}
          </span>
          {state === null && words.length * COUNT > left - 40 ? (
            <GlyphCounts counts={counts} />
          ) : (
            <span className="lane-group-counts figures">{words}</span>
          )}
        </span>
      </button>
    );
  });
}

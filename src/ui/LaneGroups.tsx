/** Groups of lanes: each a band of counts, and a button that opens and closes it and says in words what the band shows. */
import { memo } from 'react';
import type { Census } from '../trace/census.ts';
import { type BandMark, countsText } from '../viz/lane-bands.ts';
import { ALL } from '../viz/lane-lines.ts';
import type { GroupRow } from '../viz/lane-marks.ts';
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
            <span className="lane-group-size figures">{`× ${count.toLocaleString('en')}`}</span>
          </span>
          <span className="lane-group-counts figures">{words}</span>
        </span>
      </button>
    );
  });
}

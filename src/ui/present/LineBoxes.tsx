/** What stands in line at this step, with counts. */
import { selectEvent, selectWorld } from '../../store/selectors.ts';
import { type LineBox, lineBoxes } from '../../viz/boxes.ts';
import { useApp } from '../services.ts';
import { TaskBadge } from '../TaskBadge.tsx';
import './line-boxes.css';

/** Shown of what stands in one line; the others are counted. */
const ITEMS_MAX = 5;

export function LineBoxes() {
  const world = useApp(selectWorld);
  const event = useApp(selectEvent);
  return (
    <ul className="line-boxes" aria-label="What stands in line">
      {lineBoxes(world, event).map((box) => (
        <Box key={box.key} box={box} />
      ))}
    </ul>
  );
}

function Box({ box: { count, isNew, items, limit, note, title } }: { readonly box: LineBox }) {
  const shown = items.slice(0, ITEMS_MAX);
  return (
    <li className="line-box" data-new={isNew}>
      <h2 title={title}>{title}</h2>
      <p className="line-count figures">
        {count}
        {limit > 0 ? <span className="soft"> / {limit}</span> : null}
      </p>
      <p className="line-items">
        {shown.map(({ hue, key, label, letter }) =>
          letter === '' ? (
            <span key={key} className="line-thing mono" title={label} translate="no">
              {label}
            </span>
          ) : (
            <TaskBadge key={key} letter={letter} hue={hue} name={label} />
          ),
        )}
        {items.length > shown.length ? <span className="soft">+{items.length - shown.length}</span> : null}
        {count === 0 ? <span className="soft">empty</span> : null}
      </p>
      {note === '' ? null : <p className="line-note soft">{note}</p>}
    </li>
  );
}

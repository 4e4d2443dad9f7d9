/** All tasks so far in a table: what each does now, and through which awaits. */
import type { CodeInfo } from '../trace/events.ts';
import { codeName, futureLabel } from '../trace/words.ts';
import type { Task, World } from '../trace/world.ts';
import { STATES, type StateName } from '../viz/states.ts';
import { Glyph } from './Glyph.tsx';
import { TaskBadge } from './TaskBadge.tsx';
import { Termed } from './Term.tsx';

const ROWS_MAX = 300;

export interface TasksTabProps {
  readonly world: World;
  readonly codes: readonly CodeInfo[];
  readonly selected: number;
  readonly onSelect: (task: number) => void;
}

export function TasksTab({ codes, onSelect, selected, world }: TasksTabProps) {
  const tasks = [...world.tasks.values()];
  if (tasks.length === 0) return <p className="empty">No task has been created so far.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className="table-scroll" data-scroll2d="" tabIndex={0} aria-label="Tasks at this step">
      <table className="tasks">
        <thead>
          <tr>
            <th scope="col">
              <Termed text="Task" />
            </th>
            <th scope="col">State</th>
            <th scope="col">Waits for</th>
            <th scope="col">
              <Termed text="Await chain" />
            </th>
          </tr>
        </thead>
        <tbody>
          {tasks.slice(0, ROWS_MAX).map((task) => (
            <tr key={task.id} data-selected={task.id === selected}>
              <th scope="row">
                <button
                  type="button"
                  className="plain"
                  aria-pressed={task.id === selected}
                  onClick={() => onSelect(task.id)}
                >
                  <TaskBadge letter={task.letter} hue={task.hue} />{' '}
                  <span translate="no">{task.label === '' ? task.name : task.label}</span>
                </button>
              </th>
              <td>
                <StateCell task={task} />
              </td>
              <td>{task.waitsOn === 0 ? '–' : futureLabel(world, task.waitsOn)}</td>
              <td className="mono" translate="no">
                {chainText(task, codes)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {tasks.length > ROWS_MAX ? <p className="soft">{`and ${tasks.length - ROWS_MAX} more`}</p> : null}
    </section>
  );
}

function StateCell({ task }: { readonly task: Task }) {
  const state = stateOf(task);
  const { glyph, word } = STATES[state];
  const result = task.result === '' || task.result === 'None' ? '' : `: ${task.result}`;
  return (
    <span className="state-cell" data-state={state}>
      <Glyph name={glyph} />
      {`${word}${result}`}
    </span>
  );
}

export function stateOf({ cancel, state }: Task): StateName {
  if (state === 'done') return cancel.phase === 'refused' ? 'refused' : 'done';
  const isAlive = state === 'ready' || state === 'waiting';
  return isAlive && (cancel.phase === 'requested' || cancel.phase === 'thrown') ? 'cancelling' : state;
}

function chainText({ parked }: Task, codes: readonly CodeInfo[]): string {
  return parked.length === 0 ? '–' : parked.map(({ code, line }) => `${codeName(codes, code)}:${line}`).join(' › ');
}

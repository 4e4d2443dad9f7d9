/** Two branches side by side: where they part, how they end, what they print, and what becomes of their tasks. */
import { useMemo, useState } from 'react';
import { type Branch, commonPrefix } from '../store/branches.ts';
import { sentenceAt } from '../store/narration.ts';
import { selectBranches } from '../store/selectors.ts';
import { compareTraces, type DiffRow, type TaskOutcome, type TaskPair } from '../trace/compare.ts';
import type { OutputLine } from '../trace/world.ts';
import { branchName } from './branch-words.ts';
import { Dialog } from './Dialog.tsx';
import { endingSentence } from './ending-words.ts';
import { useActions, useApp } from './services.ts';
import './compare.css';

const ROWS_MAX = 400;

export function CompareDialog({ onClose }: { readonly onClose: () => void }) {
  const branches = useApp(selectBranches);
  const run = useApp((state) => state.run);
  const [chosen, setChosen] = useState<readonly [number | null, number | null]>([null, null]);
  const find = (id: number | null) => branches.find((branch) => branch.run === id);
  const shown = branches.find((branch) => branch === run);
  const right = find(chosen[1]) ?? (shown === branches[0] ? branches.at(-1) : shown) ?? branches.at(-1);
  const left = find(chosen[0]) ?? branches.find((branch) => branch !== right);
  if (left === undefined || right === undefined) return null;
  return (
    <Dialog title="Two branches compared" onClose={onClose} isWide>
      <div className="comparison-head">
        <Choice label="Left" branches={branches} value={left} onChange={(id) => setChosen([id, right.run])} />
        <Choice label="Right" branches={branches} value={right} onChange={(id) => setChosen([left.run, id])} />
      </div>
      <Difference left={left} right={right} onClose={onClose} />
    </Dialog>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly branches: readonly Branch[];
  readonly value: Branch;
  readonly onChange: (id: number) => void;
}

function Choice({ branches, label, onChange, value }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select value={value.run} onChange={(event) => onChange(Number(event.currentTarget.value))}>
        {branches.map((branch) => (
          <option key={branch.run} value={branch.run}>
            {branchName(branch)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface DifferenceProps {
  readonly left: Branch;
  readonly right: Branch;
  readonly onClose: () => void;
}

function Difference({ left, onClose, right }: DifferenceProps) {
  const actions = useActions();
  const { common, output, processes, tasks } = useMemo(
    () => compareTraces(left.trace, right.trace, commonPrefix(left.scenario, right.scenario)),
    [left, right],
  );
  const isSame = common === left.trace.length && common === right.trace.length;
  if (isSame) return <p>Both runs are the same, step by step.</p>;
  const next = ({ trace }: Branch) => (common < trace.length ? sentenceAt(trace, common + 1) : 'The run is over.');
  return (
    <>
      <p>
        {`The same up to step ${common}. `}
        <button
          type="button"
          className="link"
          onClick={() => {
            actions.seek(common);
            onClose();
          }}
        >
          Go there
        </button>
      </p>
      <table className="comparison-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{branchName(left)}</th>
            <th scope="col">{branchName(right)}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{`Step ${common + 1}`}</th>
            <td>{next(left)}</td>
            <td>{next(right)}</td>
          </tr>
          <tr>
            <th scope="row">End</th>
            <td>{endText(left)}</td>
            <td>{endText(right)}</td>
          </tr>
          {[...processes, ...tasks].map((pair, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change places.
            <TaskRow key={index} pair={pair} />
          ))}
        </tbody>
      </table>
      <Output rows={output} />
    </>
  );
}

function endText({ ending, trace }: Branch): string {
  return `${endingSentence(ending)} ${trace.length} steps.`;
}

function TaskRow({ pair: { isSame, label, left, name, right } }: { readonly pair: TaskPair }) {
  return (
    <tr data-differs={!isSame}>
      <th scope="row" translate="no">
        {label === '' ? name : label}
      </th>
      <td>{outcomeText(left)}</td>
      <td>{outcomeText(right)}</td>
    </tr>
  );
}

function outcomeText(outcome: TaskOutcome | null): string {
  if (outcome === null) return 'does not exist';
  return outcome.result === '' ? outcome.state : `${outcome.state}: ${outcome.result}`;
}

function Output({ rows }: { readonly rows: readonly DiffRow[] }) {
  if (rows.length === 0) return <p className="soft">Neither of them prints anything.</p>;
  return (
    <table className="comparison-table comparison-output">
      <caption>Output</caption>
      <tbody>
        {rows.slice(0, ROWS_MAX).map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change places.
          <tr key={index} data-differs={row.left?.text !== row.right?.text}>
            <Cell line={row.left} isAlone={row.right === null} sign="−" word="only left" />
            <Cell line={row.right} isAlone={row.left === null} sign="+" word="only right" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly line: OutputLine | null;
  readonly isAlone: boolean;
  readonly sign: string;
  readonly word: string;
}

function Cell({ isAlone, line, sign, word }: CellProps) {
  if (line === null) return <td />;
  return (
    <td className="comparison-line" data-stream={line.stream}>
      {isAlone ? (
        <>
          <span className="comparison-sign" aria-hidden="true">
            {sign}
          </span>
          <span className="unseen">{word}: </span>
        </>
      ) : null}
      {line.text}
    </td>
  );
}

/** Why a task waits: in a sentence, and as the chain from the task down to who can wake it. */
import { type WhyLink, type WhyVerdict, whyWaiting } from '../trace/why.ts';
import { taskWithLabel } from '../trace/words.ts';
import type { World } from '../trace/world.ts';
import { Termed } from './Term.tsx';

const VERDICTS: Readonly<Record<WhyVerdict, string>> = {
  notWaiting: 'It does not wait.',
  willRun: 'It can go on.',
  timer: 'A timer will wake it.',
  network: 'Something that comes over the network will wake it.',
  deadlock: 'A deadlock: it can never go on.',
  nobody: 'Nobody can wake it.',
};

export interface WhyTabProps {
  readonly world: World;
  readonly selected: number;
  readonly onSelect: (task: number) => void;
}

export function WhyTab({ onSelect, selected, world }: WhyTabProps) {
  const tasks = [...world.tasks.values()];
  const chosen = world.tasks.get(selected) ?? tasks.find(({ state }) => state === 'waiting') ?? tasks[0];
  if (chosen === undefined) return <p className="empty">No task has been created so far, so nobody waits.</p>;
  const { chain, sentence, verdict } = whyWaiting(world, chosen.id);
  return (
    <div className="why">
      <label>
        Task{' '}
        <select value={chosen.id} onChange={(event) => onSelect(Number(event.currentTarget.value))}>
          {tasks.map(({ id }) => (
            <option key={id} value={id}>
              {taskWithLabel(world, id)}
            </option>
          ))}
        </select>
      </label>
      <p className="why-sentence">
        <Termed text={sentence} max={3} />
      </p>
      {chain.length < 2 ? null : (
        <ol className="why-chain" aria-label="From the task to who can wake it">
          {keyed(chain).map(([key, text]) => (
            <li key={key}>{text}</li>
          ))}
        </ol>
      )}
      <p className="soft">{VERDICTS[verdict]}</p>
    </div>
  );
}

/** In a circle the first comes again at the end. */
function keyed(chain: readonly WhyLink[]): readonly (readonly [key: string, text: string])[] {
  return chain.map((link, index) => [`${link.kind} ${link.id} ${index === 0}`, link.text]);
}

/** "You are the event loop", the broker, the channel layer: cards on the table, one of them is taken. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Card, Decision, Role } from '../lesson/decisions.ts';
import { RULES } from '../lesson/rules.ts';
import { firstTries, type Playing } from '../store/game.ts';
import { useLessons, useSlowPlay } from './lessons.ts';
import { useServices } from './services.ts';
import { Shape } from './Verdicts.tsx';
import './predict.css';

export const ROLE_WORDS: Readonly<Record<Role, { readonly short: string; readonly title: string }>> = {
  loop: { short: 'Be the loop', title: 'You are the event loop' },
  broker: { short: 'Be the broker', title: 'You are the broker' },
  layer: { short: 'Be the layer', title: 'You are the channel layer' },
};

export function GamePanel() {
  const { game } = useLessons();
  const state = useStore(game);
  if (state.phase === 'off') return null;
  return <Table state={state} />;
}

function Table({ state }: { readonly state: Playing }) {
  const { game } = useLessons();
  const { decisions, phase, role, taken, wrong } = state;
  const open = decisions[taken.length];
  const table = useRef<HTMLDivElement>(null);
  useSpoken(state, open);
  useSlowPlay(phase === 'over' ? null : (open?.at ?? null));
  // Who takes cards by keyboard stays at the table.
  useEffect(() => {
    if (taken.length > 0) table.current?.focus({ preventScroll: true });
  }, [taken.length]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const card = open?.cards[Number(event.key) - 1];
    if (card !== undefined) game.pick(card.id);
    else if (event.key === 'Backspace') game.undo();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its keys are a shorter way to the buttons in it.
    <div className="predict game" data-answers="" ref={table} tabIndex={-1} onKeyDown={onKeyDown}>
      <p className="predict-number">
        {ROLE_WORDS[role].title}
        <span className="figures">
          {' '}
          · {Math.min(taken.length + 1, decisions.length)} of {decisions.length}
        </span>
      </p>
      <Last state={state} />
      {open === undefined ? <GameOver state={state} /> : <Choices {...{ open, wrong }} onPick={game.pick} />}
      <div className="predict-buttons">
        {open === undefined ? (
          <button type="button" className="run-button" data-called="true" onClick={() => game.start(role)}>
            Once more
          </button>
        ) : null}
        <button type="button" className="plain" disabled={taken.length === 0} onClick={game.undo}>
          Undo
        </button>
        <span className="predict-keys figures">
          {taken.length === 0 ? 'Keys 1 to 9 take a card' : `${firstTries(state)} of ${taken.length} at the first try`}
        </span>
      </div>
    </div>
  );
}

/** What was accepted last, and why. */
function Last({ state: { decisions, taken } }: { readonly state: Playing }) {
  const decision = decisions[taken.length - 1];
  const last = taken.at(-1);
  const card = decision?.cards.find(({ id }) => id === last?.picks.at(-1));
  if (decision === undefined || last === undefined || card === undefined) return null;
  const truth = decision.cards.find(({ id }) => id === decision.truth);
  return (
    <div className="why-card game-last">
      <p className="why-verdict">
        <Shape
          look={last.verdict}
          word={last.verdict === 'right' ? `Right: ${card.title}` : `Possible, too: ${card.title}`}
        />
      </p>
      <p>{card.says}</p>
      {last.verdict === 'also' && truth !== undefined ? <p className="soft">In this run it is {truth.title}.</p> : null}
    </div>
  );
}

interface ChoicesProps {
  readonly open: Decision;
  readonly wrong: readonly string[];
  readonly onPick: (card: string) => void;
}

function Choices({ onPick, open: { ask, cards }, wrong }: ChoicesProps) {
  return (
    <>
      <h3 className="predict-prompt">{ask}</h3>
      <ol className="game-cards">
        {cards.map((card, index) => (
          <li key={card.id}>
            <button
              type="button"
              className="game-card"
              data-kind={card.kind}
              data-wrong={wrong.includes(card.id)}
              disabled={wrong.includes(card.id)}
              onClick={() => onPick(card.id)}
            >
              <span className="predict-letter figures" aria-hidden="true">
                {index + 1}
              </span>
              <span className="game-face">
                <span className="game-title">{card.title}</span>
                {card.detail === '' ? null : <span className="game-detail">{card.detail}</span>}
              </span>
              <span className="game-kind">{KIND_WORDS[card.kind]}</span>
            </button>
            {wrong.includes(card.id) ? <Refused card={card} /> : null}
          </li>
        ))}
      </ol>
    </>
  );
}

const KIND_WORDS: Readonly<Record<Card['kind'], string>> = {
  ready: 'ready',
  timer: 'timer',
  io: 'I/O',
  consumer: '',
  message: '',
  outcome: '',
};

function Refused({ card: { rule, says } }: { readonly card: Card }) {
  const { page, says: ruleSays, source } = RULES[rule];
  return (
    <div className="game-refused">
      <Shape look="wrong" word="Not this one" />
      <p>{says}</p>
      <p className="why-rule">
        {ruleSays}{' '}
        <a href={page} target="_blank" rel="noopener noreferrer">
          {source}
        </a>
      </p>
    </div>
  );
}

function GameOver({ state }: { readonly state: Playing }) {
  return (
    <h3 className="predict-prompt">
      The run is over. {firstTries(state)} of {state.taken.length} decisions were right at the first try.
    </h3>
  );
}

/** Each decision, and each card that is not accepted, once. */
function useSpoken({ taken, wrong }: Playing, open: Decision | undefined): void {
  const { voice } = useServices();
  // biome-ignore lint/correctness/useExhaustiveDependencies: said when something was taken, and not at each render.
  useEffect(() => {
    const refused = open?.cards.find(({ id }) => id === wrong.at(-1));
    if (refused !== undefined) return voice.say(`Not this one. ${refused.says}`);
    const right = taken.length > 0 ? 'Right. ' : '';
    if (open === undefined) return voice.say(`${right}The run is over.`);
    const cards = open.cards.map(
      ({ detail, title }, index) => `${index + 1}: ${title}${detail === '' ? '' : `, ${detail}`}.`,
    );
    voice.say(`${right}${open.ask} ${cards.join(' ')}`);
  }, [taken.length, wrong.length, voice]);
}

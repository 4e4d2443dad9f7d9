/**
 * What if? Every thing that is alive at this step, with what can be done to it from outside. Whatever is chosen makes a branch: the
 * same program, run again, with that one thing done at this step.
 */
import { useRef } from 'react';
import type { Action } from '../scenario/intervention.ts';
import { actionClause, interventionClause, whenText } from '../scenario/intervention-words.ts';
import { mainFile } from '../scenario/scenario.ts';
import { browsersAt, hasServers, hostAt, pressTime } from '../store/browsers.ts';
import { selectIsStale, selectWorld } from '../store/selectors.ts';
import type { State } from '../store/state.ts';
import { type Thing, thingsAt } from '../store/what-if.ts';
import { BrowsersPanel } from './BrowsersPanel.tsx';
import { Icon } from './Icon.tsx';
import { useActions, useApp, useServices } from './services.ts';
import { ThingRow } from './ThingRow.tsx';
import './what-if.css';

/** So many things are listed; the one that is selected always is. */
const THINGS_MAX = 60;

export function WhatIfTab() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className="whatif" aria-label="What can be done at this step" tabIndex={0}>
      <Browsers />
      <Done />
      <Things />
    </section>
  );
}

/** Where there is a server: the desk of a visitor. */
function Browsers() {
  const world = useApp(selectWorld);
  const phase = useApp((state) => state.run.phase);
  const isStale = useApp(selectIsStale);
  const done = useApp((state) => state.scenario.interventions);
  const files = useApp((state) => state.scenario.files);
  const { session, voice } = useServices();
  // Names and places stay while the branch is run, so that the focus does too.
  const kept = useRef(world);
  if (phase !== 'running') kept.current = world;
  if (phase === 'idle' || phase === 'rejected' || !hasServers(kept.current, files)) return null;
  const press = (action: Action) => {
    const when = pressTime(kept.current);
    session.act({ ...action, ...when });
    voice.say(`${actionClause(action)} ${whenText(when)}.`);
  };
  return (
    <BrowsersPanel
      browsers={browsersAt(kept.current, done)}
      host={hostAt(kept.current)}
      isDisabled={isStale || phase === 'running'}
      onAct={press}
    />
  );
}

/** What has been done to the run that is shown. */
function Done() {
  const interventions = useApp((state) => state.scenario.interventions);
  const isRunning = useApp((state) => state.run.phase === 'running');
  const actions = useActions();
  const { session, voice } = useServices();
  if (interventions.length === 0) return null;
  return (
    <div className="whatif-done">
      <h3>Done to this run</h3>
      <ol>
        {interventions.map((each, index) => {
          const clause = interventionClause(each);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same may be done twice.
            <li key={`${index} ${clause}`}>
              <span>{clause}</span>
              {'position' in each ? (
                <button type="button" className="plain" onClick={() => actions.seek(each.position)}>
                  Go there
                </button>
              ) : null}
              <button
                type="button"
                className="plain icon-button"
                aria-label={`Undo: ${clause}`}
                title="Run again without it"
                disabled={isRunning}
                onClick={() => {
                  session.withdraw(index);
                  voice.say(`Run again without: ${clause}.`);
                }}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Things() {
  const world = useApp(selectWorld);
  const position = useApp((state) => state.position);
  const phase = useApp((state) => state.run.phase);
  const isStale = useApp(selectIsStale);
  const main = useApp((state) => mainFile(state.scenario).name);
  const selection = useApp((state) => state.selection);
  const { session, voice } = useServices();
  const kept = useRef<{ readonly position: number; readonly things: readonly Thing[] }>({ position: 0, things: [] });
  if (phase === 'idle' || phase === 'rejected')
    return <p className="empty">Run the program first. Then choose a step, and what is done there from outside.</p>;
  // While the branch is run the same things stay, so that the focus does too.
  if (phase !== 'running') kept.current = { position, things: ordered(thingsAt(world, main), selection) };
  const { things } = kept.current;
  const act = (action: Action) => {
    session.act({ ...action, position: kept.current.position });
    voice.say(`${actionClause(action)} at step ${kept.current.position}. Step on to see what follows.`);
  };
  const isDisabled = isStale || phase === 'running';
  return (
    <>
      <div>
        <h3>{`At step ${kept.current.position}`}</h3>{' '}
        <span className="soft">
          {isStale
            ? 'The program was edited since it ran: run it again first.'
            : 'What you choose is done here from outside, and the program runs on from there as a branch.'}
        </span>
      </div>
      <ul className="whatif-things">
        {things.slice(0, THINGS_MAX).map((thing) => (
          <ThingRow
            key={`${thing.kind} ${thing.id}`}
            thing={thing}
            isSelected={isThing(thing, selection)}
            isDisabled={isDisabled}
            onAct={act}
          />
        ))}
      </ul>
      {things.length > THINGS_MAX ? (
        <p className="soft">{`and ${things.length - THINGS_MAX} more; select a task in the lanes to have it here`}</p>
      ) : null}
    </>
  );
}

/** What is selected comes first. */
function ordered(things: readonly Thing[], selection: State['selection']): readonly Thing[] {
  const chosen = things.filter((thing) => isThing(thing, selection));
  return [...chosen, ...things.filter((thing) => !chosen.includes(thing))];
}

function isThing(thing: Thing, selection: State['selection']): boolean {
  return selection.kind === thing.kind && selection.id === thing.id;
}

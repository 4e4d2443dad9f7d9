/** Looking inside: what the selected thing, or whatever runs, holds at this step; and its whole story. */
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Site } from '../scenario/inspection.ts';
import { changesBetween, NO_CHANGES } from '../store/changes.ts';
import { type InspectionState, subjectOf } from '../store/inspection.ts';
import { selectIsStale, selectTrace, selectWorld } from '../store/selectors.ts';
import { NO_SELECTION, type Selection } from '../store/state.ts';
import { factsOf } from '../trace/facts.ts';
import type { World } from '../trace/world.ts';
import { choicesAt, keyOf } from './inspected-things.ts';
import { inspectingOf } from './inspecting.ts';
import { StoryPanel } from './StoryPanel.tsx';
import { useActions, useApp, useServices } from './services.ts';
import { ValueTree } from './ValueTree.tsx';
import './inspect.css';

export function InspectTab() {
  const hasRun = useApp((state) => selectTrace(state).length > 0);
  if (!hasRun)
    return (
      <p className="empty">Run the program first. Then what its tasks and functions hold can be looked at here.</p>
    );
  return (
    <div className="inspect">
      <Values />
      <StoryPanel />
    </div>
  );
}

function Values() {
  const selection = useApp((state) => state.selection);
  const world = useApp(selectWorld);
  const facts = selection.kind === 'none' ? null : factsOf(world, selection);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className="inspect-values" aria-label="Values at this step" tabIndex={0}>
      <div className="inspect-head">
        <Chooser selection={selection} world={world} />
        <Note />
      </div>
      {selection.kind !== 'none' && facts === null ? (
        <p className="soft">It is not there at this step: not yet, or no longer.</p>
      ) : null}
      {facts === null ? null : (
        <dl className="inspect-facts">
          {facts.rows.map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd translate="no">{text}</dd>
            </div>
          ))}
        </dl>
      )}
      <Tree selection={selection} />
    </section>
  );
}

function Chooser({ selection, world }: { readonly selection: Selection; readonly world: World }) {
  const actions = useActions();
  const groups = useMemo(() => choicesAt(world), [world]);
  const key = keyOf(selection);
  const isListed = groups.some(({ choices }) => choices.some((one) => keyOf(one.selection) === key));
  const title =
    selection.kind === 'none' ? '' : (factsOf(world, selection)?.title ?? `${selection.kind} ${selection.id}`);
  return (
    <label className="inspect-chooser">
      Look at{' '}
      <select
        value={key}
        translate="no"
        onChange={(event) => {
          const wanted = event.currentTarget.value;
          const found = groups.flatMap(({ choices }) => choices).find((one) => keyOf(one.selection) === wanted);
          actions.select(found?.selection ?? NO_SELECTION);
        }}
      >
        <option value="none">whatever runs</option>
        {key === 'none' || isListed ? null : <option value={key}>{title}</option>}
        {groups.map(({ choices, label }) => (
          <optgroup key={label} label={label}>
            {choices.map(({ name, selection: each }) => (
              <option key={keyOf(each)} value={keyOf(each)}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

function Tree({ selection }: { readonly selection: Selection }) {
  const services = useServices();
  const actions = useActions();
  const { inspection } = inspectingOf(services);
  const state = useStore(inspection);
  useLook(selection);
  const changes = useMemo(() => changesOf(state), [state]);
  const subject = subjectOf(selection);
  const { failure, isAsking, sight } = state;
  if (subject === undefined) return null;
  if (failure !== '') return <p className="inspect-failure">{`Nothing can be shown: ${failure}`}</p>;
  const onSite = ({ file, isUser, line }: Site) => {
    if (isUser) actions.showFile(file);
    services.chrome.setState({ site: { file, line } });
  };
  return (
    <div aria-busy={isAsking} className="inspect-tree">
      {sight === null ? null : (
        <ValueTree
          nodes={sight.answer.nodes}
          changes={changes}
          onToggle={inspection.toggle}
          onMore={inspection.more}
          onSite={onSite}
          onThing={(thing) => actions.select(thing)}
        />
      )}
      {sight === null || sight.answer.repr === '' ? null : (
        <p className="inspect-repr">
          <span className="soft">repr </span>
          <code translate="no">{sight.answer.repr}</code>
        </p>
      )}
    </div>
  );
}

/** Where the playhead rests, not while it plays. */
function useLook(selection: Selection): void {
  const { inspection } = inspectingOf(useServices());
  const position = useApp((state) => state.position);
  // At the end of a run that streams in there is no rest either.
  const isPlaying = useApp((state) => state.isPlaying || state.isFollowing);
  const scenario = useApp(({ run }) => (run.phase === 'idle' || run.phase === 'rejected' ? null : run.scenario));
  const subject = subjectOf(selection);
  useEffect(() => {
    if (scenario !== null && subject !== undefined && !isPlaying) inspection.look({ scenario, position, subject });
  }, [inspection, isPlaying, position, scenario, subject]);
}

function Note() {
  const state = useStore(inspectingOf(useServices()).inspection);
  const selection = useApp((app) => app.selection);
  const text = useNoteText(state);
  return <p className="soft inspect-note">{subjectOf(selection) === undefined ? '' : text}</p>;
}

function useNoteText(state: InspectionState): string {
  const isPlaying = useApp((app) => app.isPlaying || app.isFollowing);
  const isStale = useApp(selectIsStale);
  const { before, isAsking, place, sight } = state;
  if (isPlaying) return 'Values are read where the playhead rests.';
  if (isAsking && sight?.position !== place?.position) return `Running again up to step ${place?.position ?? 0}…`;
  if (sight === null) return '';
  const stale = isStale ? ' of the run before your edit' : '';
  if (sight.answer.isMissing)
    return sight.position === 0
      ? 'Nothing has run yet.'
      : `At step ${sight.position} there is nothing of it to look into.`;
  const compared = before === null ? '' : ` Compared with step ${before.position}.`;
  return `Read by running again up to step ${sight.position}${stale}.${compared}`;
}

function changesOf({ before, sight }: InspectionState) {
  return before === null || sight === null ? NO_CHANGES : changesBetween(before.answer.nodes, sight.answer.nodes);
}

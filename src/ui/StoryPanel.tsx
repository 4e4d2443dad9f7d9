/** Everything that has to do with the selected thing, as a list, and stepping along it. */
import { useMemo } from 'react';
import { selectTrace, selectWorld } from '../store/selectors.ts';
import type { Selection } from '../store/state.ts';
import { factsOf } from '../trace/facts.ts';
import { countUpTo } from '../trace/history.ts';
import { besideIn } from '../trace/navigate.ts';
import { storyOf } from '../trace/story.ts';
import { perform } from './commands.ts';
import { StepList, type Steps } from './StepList.tsx';
import { useActions, useApp, useServices } from './services.ts';
import './story.css';

export function StoryPanel() {
  const selection = useApp((state) => state.selection);
  return (
    <section className="story" aria-label="Its story">
      {selection.kind === 'none' ? (
        <p className="soft story-hint">
          Choose a task, a future, a lock or a message here or in the picture: its whole story stands here then, and can
          be stepped through, back and forth.
        </p>
      ) : (
        <Story selection={selection} />
      )}
    </section>
  );
}

function Story({ selection }: { readonly selection: Exclude<Selection, { readonly kind: 'none' }> }) {
  const services = useServices();
  const actions = useActions();
  const trace = useApp(selectTrace);
  const position = useApp((state) => state.position);
  const title = useApp((state) => factsOf(selectWorld(state), selection)?.title ?? 'It');
  const positions = useMemo(() => storyOf(trace, selection), [trace, selection]);
  const steps = useMemo(
    (): Steps => ({
      count: positions.length,
      at: (index) => positions[index] ?? 0,
      indexOf: (step) => countUpTo(positions, step, (each) => each) - 1,
    }),
    [positions],
  );
  const [previous, next] = (['previous', 'next'] as const).map((way) => besideIn(positions, position, way));
  return (
    <>
      <header className="story-head">
        <h3 translate="no">{title}</h3>
        <span className="soft figures">{positions.length === 1 ? '1 event' : `${positions.length} events`}</span>
        <button
          type="button"
          className="plain"
          title="Its event before this step (Shift+←)"
          aria-disabled={previous === null}
          onClick={() => perform(services, 'previousOfThing')}
        >
          Previous
        </button>
        <button
          type="button"
          className="plain"
          title="Its next event (Shift+→)"
          aria-disabled={next === null}
          onClick={() => perform(services, 'nextOfThing')}
        >
          Next
        </button>
      </header>
      <StepList
        trace={trace}
        steps={steps}
        position={position}
        onSeek={(to) => {
          services.lanesView.follow();
          actions.seek(to);
        }}
      />
    </>
  );
}

/** Channel layers, as a picture and as a table; beside them the life of the message that is selected. */
import { useCallback, useRef } from 'react';
import { stepsPerSecond } from '../store/playback.ts';
import { selectTrace } from '../store/selectors.ts';
import { endedText } from '../trace/ended-text.ts';
import type { Station } from '../trace/lineage.ts';
import type { World } from '../trace/world.ts';
import { inHand } from '../viz/queue-boxes.ts';
import { boxName } from '../viz/queue-roles.ts';
import { envelopeText } from '../viz/queue-tokens.ts';
import { useGlide } from './glide.ts';
import { MessageLife, placeOf } from './MessageLife.tsx';
import { QueuePicture } from './QueuePicture.tsx';
import { QueueTable } from './QueueTable.tsx';
import { useActions, useApp, useServices } from './services.ts';
import { useSize } from './size.ts';
import './queues.css';

export interface QueuesViewProps {
  readonly world: World;
  readonly as: 'picture' | 'table';
}

export function QueuesView({ as, world }: QueuesViewProps) {
  const trace = useApp(selectTrace);
  const selection = useApp((state) => state.selection);
  const { lanesView } = useServices();
  const { seek, select, showFile } = useActions();
  const selected = selection.kind === 'envelope' ? selection.id : 0;
  const onEnvelope = useCallback((id: number) => select({ kind: 'envelope', id }), [select]);
  const onProcess = useCallback((id: number) => select({ kind: 'process', id }), [select]);
  const onGo = (station: Station) => {
    lanesView.follow();
    seek(placeOf(station));
    const file = station.line === null ? undefined : trace.codes[station.line.code]?.file;
    if (file !== undefined) showFile(file);
  };
  return (
    <div className="queues">
      {as === 'table' ? (
        <QueueTable world={world} />
      ) : (
        <Picture
          selected={selected}
          process={selection.kind === 'process' ? selection.id : 0}
          {...{ onEnvelope, onProcess }}
        />
      )}
      <section className="life" aria-label="The selected message">
        {selection.kind === 'process' ? (
          <ChosenProcess world={world} process={selection.id} />
        ) : selected === 0 ? (
          <p className="soft">Select a message to follow it: where it came from, who works on it, what came of it.</p>
        ) : (
          <MessageLife
            trace={trace}
            world={world}
            envelope={selected}
            onGo={onGo}
            onClear={() => select({ kind: 'none' })}
          />
        )}
      </section>
    </div>
  );
}

/** What a process does, and the way to what can be done to it. */
function ChosenProcess({ process, world }: { readonly world: World; readonly process: number }) {
  const { chrome } = useServices();
  const found = world.processes.find(({ id }) => id === process);
  if (found === undefined) return null;
  const held = inHand(world, found);
  return (
    <>
      <h3 translate="no">{boxName(world, process)}</h3>
      <p className="soft">
        {found.status === null ? `number ${found.pid}, runs` : `number ${found.pid}, ${endedText(found.status)}`}
      </p>
      {held.map((envelope) => (
        <p key={envelope.id} className="soft">
          {`${envelope.id} ${envelope.label}: ${envelopeText(world, envelope)}`}
        </p>
      ))}
      <p>
        <button type="button" className="link" onClick={() => chrome.setState({ tab: 'whatif' })}>
          {found.status === null ? 'What if it is killed, or restarted?' : 'What if it is started again?'}
        </button>
      </p>
    </>
  );
}

interface PictureProps {
  readonly selected: number;
  readonly process: number;
  readonly onEnvelope: (envelope: number) => void;
  readonly onProcess: (process: number) => void;
}

function Picture({ process, selected, ...events }: PictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const trace = useApp(selectTrace);
  const position = useApp((state) => state.position);
  const rate = useApp((state) => (state.isPlaying ? stepsPerSecond(state.speed) : 0));
  const shown = useGlide(position, trace.length, rate);
  const label = trace.history.index.isAcking ? 'Picture of the queues' : 'Picture of the channels';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className="queues-scroll" ref={box} tabIndex={0} data-scroll2d="" aria-label={label}>
      {width < 100 ? null : (
        <QueuePicture
          trace={trace}
          shown={shown}
          width={width}
          selectedEnvelope={selected}
          selectedProcess={process}
          {...events}
        />
      )}
    </section>
  );
}

/** What is between processes: where there is a channel layer its channels, as a picture or as counters; else, or as well, connections. */
import { selectTrace } from '../store/selectors.ts';
import { WIRES_VIEWS } from './chrome.ts';
import { MISSING, type Part, partOf, usePart } from './part.ts';
import type { QueuesViewProps } from './QueuesView.tsx';
import { useApp, useChrome, useServices } from './services.ts';
import { WiresTab, type WiresTabProps } from './WiresTab.tsx';

const QUEUES: Part<QueuesViewProps> = partOf(async () => (await import('./QueuesView.tsx')).QueuesView);

const WORDS = { channels: 'Channels', queues: 'Queues', counters: 'Counters', connections: 'Connections' } as const;

export function WiresPane(props: WiresTabProps) {
  const hasBrokers = useApp((state) => selectTrace(state).history.index.brokers > 0);
  const isAcking = useApp((state) => selectTrace(state).history.index.isAcking);
  const view = useChrome((chrome) => chrome.wires);
  const { chrome } = useServices();
  const queues = usePart(hasBrokers ? QUEUES : null);
  if (!hasBrokers) return <WiresTab {...props} />;
  return (
    <div className="wires-pane">
      <fieldset className="wires-views">
        <legend className="unseen">What is shown of the wires</legend>
        {WIRES_VIEWS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="wires"
              className="unseen"
              checked={view === one}
              onChange={() => chrome.setState({ wires: one })}
            />
            {one === 'channels' && isAcking ? WORDS.queues : WORDS[one]}
          </label>
        ))}
      </fieldset>
      {view === 'connections' ? (
        <WiresTab {...props} />
      ) : queues.phase === 'loaded' ? (
        <queues.Component world={props.world} as={view === 'counters' ? 'table' : 'picture'} />
      ) : queues.phase === 'missing' ? (
        <p className="empty">{MISSING}</p>
      ) : null}
    </div>
  );
}

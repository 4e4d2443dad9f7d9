/** Before Run: the program to be read, and what there will be to see. Nothing has been loaded to run it. */
import { mainFile } from '../scenario/scenario.ts';
import { Icon } from '../ui/Icon.tsx';
import { useApp, useServices } from '../ui/services.ts';
import { useEmbed } from './embed.ts';
import { Head } from './Head.tsx';

interface PosterProps {
  readonly isTight: boolean;
  /** The reader is about to press Run. */
  readonly onCalled: () => void;
}

export function Poster({ isTight, onCalled }: PosterProps) {
  const isIdle = useApp((state) => state.run.phase === 'idle');
  const { session } = useServices();
  const { content } = useEmbed();
  const file = useApp(({ scenario }) => mainFile(scenario));
  const about = content.entry?.tellingMoment.text ?? 'Each step of its run, drawn and told.';
  return (
    <>
      <Head isTight={isTight} />
      <main className="embed-poster">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
        <section className="embed-code" tabIndex={0} aria-label={file.name} data-natural="">
          <pre translate="no">{file.text}</pre>
        </section>
        <div className="embed-call">
          <p>{about}</p>
          <button
            type="button"
            className="run-button"
            data-called="true"
            title="Nothing runs before you press it"
            disabled={!isIdle}
            onPointerEnter={onCalled}
            onFocus={onCalled}
            onClick={session.run}
          >
            <Icon name="play" size={14} />
            Run
          </button>
        </div>
      </main>
    </>
  );
}

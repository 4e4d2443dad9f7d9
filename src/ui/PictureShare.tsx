/** The picture at this step as a file, and a stretch of the run as a short film; with a look at it before. */
import { useEffect, useMemo, useState } from 'react';
import { selectIsEdited, selectTrace } from '../store/selectors.ts';
import { SCHEMES, type Scheme } from '../viz/palette.ts';
import type { Picture } from '../viz/picture.ts';
import { FilmForm } from './FilmForm.tsx';
import { pngBlob, svgBlob } from './film.ts';
import { useLaneScene } from './lane-scene.ts';
import { usePage } from './page.ts';
import { useApp, useMedia, useServices, useSession, useSettings } from './services.ts';
import { titleOf } from './session.ts';
import { PICTURE_PARTS, type PicturePart, type StageWish, stagePicture } from './stage-picture.ts';
import './picture-share.css';

export function PictureShare() {
  const length = useApp((state) => selectTrace(state).length);
  return length === 0 ? <p>Run the program first: then its steps can be drawn.</p> : <Chosen />;
}

function Chosen() {
  const page = usePage();
  const { voice } = useServices();
  const position = useApp((state) => state.position);
  const hasQueues = useApp((state) => selectTrace(state).history.index.brokers > 0);
  // Between processes the loop of one says little, and takes much room.
  const [parts, setParts] = useState<readonly PicturePart[]>(() =>
    PICTURE_PARTS.filter((part) => (part === 'loop' ? !hasQueues : part === 'lanes' || hasQueues)),
  );
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const [{ theme }] = useSettings();
  const [scheme, setScheme] = useState<Scheme>(theme === 'dark' || (theme !== 'light' && isDark) ? 'dark' : 'light');
  const wish = useStageWish(parts, scheme);
  const picture = useMemo(() => stagePicture(wish, position), [wish, position]);
  const [said, setSaid] = useState('');
  const save = async (kind: 'svg' | 'png') => {
    try {
      const blob = kind === 'svg' ? svgBlob(picture) : await pngBlob(picture);
      page.download(`loopscope-step-${position}.${kind}`, blob);
      tell(`Saved as ${kind.toUpperCase()}, ${Math.ceil(blob.size / 1_000).toLocaleString('en')} kB`);
    } catch (error) {
      console.error(error);
      tell('The browser could not draw it. The SVG holds the same picture.');
    }
  };
  const tell = (text: string) => {
    setSaid(text);
    voice.say(text);
  };
  return (
    <>
      <Preview picture={picture} label={`The picture at step ${position}`} />
      <fieldset className="picture-choices">
        <legend className="unseen">What is drawn</legend>
        {PICTURE_PARTS.filter((part) => part !== 'queues' || hasQueues).map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={parts.includes(part)}
              onChange={({ currentTarget: { checked } }) =>
                setParts(PICTURE_PARTS.filter((one) => (one === part ? checked : parts.includes(one))))
              }
            />
            {PART_WORDS[part]}
          </label>
        ))}
        {SCHEMES.map((one) => (
          <label key={one} data-scheme={one}>
            <input type="radio" name="scheme" checked={scheme === one} onChange={() => setScheme(one)} />
            {one}
          </label>
        ))}
      </fieldset>
      <p className="picture-buttons">
        <button type="button" className="run-button" onClick={() => void save('svg')}>
          Save as SVG
        </button>
        <button type="button" className="run-button" onClick={() => void save('png')}>
          Save as PNG
        </button>
        <span className="picture-said">{said}</span>
      </p>
      <FilmForm wish={wish} />
    </>
  );
}

const PART_WORDS: Readonly<Record<PicturePart, string>> = {
  lanes: 'lanes',
  loop: 'loop',
  queues: 'channels or queues',
};

/** As the lanes are looked at on the page, so that the picture shows what the reader sees. */
function useStageWish(parts: readonly PicturePart[], scheme: Scheme): StageWish {
  const { lanesView } = useServices();
  const trace = useApp(selectTrace);
  const position = useApp((state) => state.position);
  const scenario = useApp((state) => state.scenario);
  const isEdited = useApp(selectIsEdited);
  const origin = useSession((session) => session.origin);
  const selection = useApp((state) => state.selection);
  const [{ axis }] = useSettings();
  const { centre, zoom } = lanesView.use();
  const { census, lines } = useLaneScene(trace, position, selection.kind === 'task' ? selection.id : 0);
  const title = titleOf(scenario, origin, isEdited);
  const envelope = selection.kind === 'envelope' ? selection.id : 0;
  return useMemo(
    () => ({ trace, title, parts, scheme, axis, zoom, centre, lines, census, envelope }),
    [trace, title, parts, scheme, axis, zoom, centre, lines, census, envelope],
  );
}

function Preview({ label, picture }: { readonly picture: Picture; readonly label: string }) {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(svgBlob(picture));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  const { height, width } = picture;
  return address === '' ? (
    <div className="picture-preview" />
  ) : (
    <img className="picture-preview" src={address} alt={label} width={width} height={height} />
  );
}

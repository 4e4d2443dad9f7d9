/** What a scenario of the gallery is about, and its moments worth seeing. */
import type { GalleryEntry } from '../scenario/gallery/entry.ts';
import { aheadOf } from './Dialogs.tsx';
import { useServices } from './services.ts';

export function AboutTab({ entry }: { readonly entry: GalleryEntry }) {
  const { chrome, gallery, lanesView, store } = useServices();
  const pair = twins(entry.slug);
  const hasTwin = pair.every((slug) => gallery.has(slug));
  const show = (anchor: string) => {
    lanesView.follow();
    store.actions.goTo({ anchor, step: 0, timeUs: 0 });
  };
  return (
    <div className="about">
      <p>{entry.text}</p>
      <ul>
        {entry.moments.map(({ anchor, name, text }) => (
          <li key={name}>
            <button type="button" className="link" onClick={() => show(anchor)}>
              {name}
            </button>{' '}
            {text}
          </li>
        ))}
      </ul>
      {hasTwin ? (
        <p>
          <button
            type="button"
            className="link"
            onClick={() => chrome.setState({ dialog: 'beside', beside: pair })}
            {...aheadOf('beside')}
          >
            Side by side with its twin
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** A scenario that shows a mistake, and the same with it mended; or the same in two worlds. */
function twins(slug: string): readonly [left: string, right: string] {
  const first = slug.replace(/-(mended|channels|celery)$/, '');
  return /-(channels|celery)$/.test(slug) ? [`${first}-channels`, `${first}-celery`] : [first, `${first}-mended`];
}

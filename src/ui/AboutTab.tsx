/** What a scenario of the gallery is about, and its moments worth seeing. */
import type { GalleryEntry } from '../scenario/gallery/entry.ts';
import { useServices } from './services.ts';

export function AboutTab({ entry }: { readonly entry: GalleryEntry }) {
  const { lanesView, store } = useServices();
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
    </div>
  );
}

/** The scenarios: a few to begin with, all by topic, or those that the reader asks for. */
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import type { CatalogueItem } from '../scenario/gallery/catalogue.ts';
import { FIRST_CHOICES, WORLDS } from '../scenario/gallery/shelves.ts';
import { byShelf, found, isWish, NO_WISH, type Option, optionsOf, type Wish } from './gallery-filter.ts';

interface GalleryBrowserProps {
  readonly items: readonly CatalogueItem[];
  /** The slug of the one that is open. */
  readonly open: string | null;
  readonly onOpen: (slug: string) => void;
  /** Shown when nothing is asked for, above and below the scenarios. */
  readonly before: ReactNode;
  readonly after: ReactNode;
}

export function GalleryBrowser({ after, before, items, onOpen, open }: GalleryBrowserProps) {
  const [wish, setWish] = useState(NO_WISH);
  const box = useRef<HTMLDivElement>(null);
  const options = useMemo(() => optionsOf(items), [items]);
  const hits = useMemo(() => found(items, wish), [items, wish]);
  const change = (changes: Partial<Wish>) => setWish((before) => ({ ...before, ...changes }));
  const isAsking = isWish(wish);
  const list = (some: readonly CatalogueItem[]) => <ItemList items={some} open={open} onOpen={onOpen} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the buttons inside.
    <div ref={box} onKeyDown={(event) => moveFocus(event, box.current)}>
      <search className="gallery-search">
        <input
          type="search"
          aria-label="Search the gallery"
          placeholder={`Search ${items.length} scenarios`}
          value={wish.words}
          onChange={({ currentTarget }) => change({ words: currentTarget.value })}
          onKeyDown={(event) => {
            const [first] = hits;
            if (event.key === 'Enter' && isAsking && first !== undefined) onOpen(first.slug);
          }}
        />
        <Choice
          label="Topic"
          any="Any topic"
          options={options.topics}
          value={wish.topic}
          onChoose={(topic) => change({ topic })}
        />
        <Choice
          label="Uses"
          any="Any construct"
          options={options.constructs}
          value={wish.construct}
          onChoose={(construct) => change({ construct })}
        />
        <Choice
          label="Belief that it shows to be wrong"
          any="Any belief put right"
          options={options.misconceptions}
          value={wish.misconception}
          onChoose={(misconception) => change({ misconception })}
        />
      </search>
      <p className="gallery-count soft" role="status">
        {isAsking ? (
          <>
            {hits.length === 1 ? 'One scenario' : `${hits.length === 0 ? 'No' : hits.length} scenarios`}
            {hits.length === 0 ? ' found: ask for less.' : ''}{' '}
            <button type="button" className="link" onClick={() => setWish(NO_WISH)}>
              Show all
            </button>
          </>
        ) : null}
      </p>
      {isAsking ? (
        byShelf(hits).map(({ items: some, shelf }) => (
          <section key={shelf.id} className="gallery-hits">
            <h3>{shelf.says}</h3>
            {list(some)}
          </section>
        ))
      ) : (
        <>
          {before}
          <h3>Good ones to begin with</h3>
          <div className="gallery-columns">{list(items.filter(({ slug }) => FIRST_CHOICES.includes(slug)))}</div>
          <div className="gallery-worlds">
            {WORLDS.map((world) => (
              <section key={world.id} className="gallery-world">
                <h3>{world.says}</h3>
                {byShelf(items)
                  .filter(({ shelf }) => shelf.world === world.id)
                  .map(({ items: some, shelf }) => (
                    <details key={shelf.id} name="gallery-shelf">
                      <summary>
                        {shelf.says} <span className="soft figures">{some.length}</span>
                      </summary>
                      {list(some)}
                    </details>
                  ))}
              </section>
            ))}
          </div>
          {after}
        </>
      )}
    </div>
  );
}

interface ItemListProps {
  readonly items: readonly CatalogueItem[];
  readonly open: string | null;
  readonly onOpen: (slug: string) => void;
}

function ItemList({ items, onOpen, open }: ItemListProps) {
  return (
    <ul className="gallery-list">
      {items.map(({ slug, text, title }) => (
        <li key={slug}>
          <button
            type="button"
            data-item
            aria-current={slug === open ? 'true' : undefined}
            onClick={() => onOpen(slug)}
          >
            <strong>{title}</strong>
            <span>{text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** What it says when nothing is asked for. */
  readonly any: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

function Choice({ any, label, onChoose, options, value }: ChoiceProps) {
  return (
    <select aria-label={label} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {`${option.words} (${option.count})`}
        </option>
      ))}
    </select>
  );
}

/** Up and down go through what can be opened; from the search field down goes to the first. */
function moveFocus(event: KeyboardEvent, box: HTMLElement | null): void {
  const direction = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const from = event.target;
  if (direction === 0 || box === null || !(from instanceof HTMLElement) || from instanceof HTMLSelectElement) return;
  const stops = [...box.querySelectorAll<HTMLElement>('input[type="search"], summary, [data-item]')].filter(
    (stop) => stop.getClientRects().length > 0,
  );
  const at = stops.indexOf(from);
  const next = stops[at + direction];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}

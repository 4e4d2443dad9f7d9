/** The guided paths, and how far the reader has come on each. */
import type { CatalogueItem } from '../scenario/gallery/catalogue.ts';
import { type GuidedPath, PATHS } from '../scenario/gallery/paths.ts';
import { usePage } from './page.ts';
import { pathProgress } from './progress.ts';
import './paths.css';

interface PathCardsProps {
  readonly items: readonly CatalogueItem[];
  readonly onWalk: (path: GuidedPath, at: number) => void;
}

export function PathCards({ items, onWalk }: PathCardsProps) {
  const progress = pathProgress(usePage());
  const titleOf = (slug: string) => items.find((item) => item.slug === slug)?.title ?? slug;
  return (
    <ul className="path-cards">
      {PATHS.map((path) => {
        const { about, id, steps, title } = path;
        const visited = Math.min(progress[id] ?? 0, steps.length);
        const isDone = visited === steps.length;
        const next = isDone ? 0 : visited;
        return (
          <li key={id} className="path-card">
            <h4>{title}</h4>
            <p className="soft">{about}</p>
            <progress value={visited} max={steps.length} aria-label={`${title}: steps visited`} />
            <div className="path-card-foot">
              <button
                type="button"
                className="run-button"
                data-item
                aria-label={`${visited === 0 ? 'Begin' : isDone ? 'Walk again' : 'Go on'}: ${title}`}
                onClick={() => onWalk(path, next)}
              >
                {visited === 0 ? 'Begin' : isDone ? 'Walk again' : 'Go on'}
              </button>
              <span className="soft figures">
                {visited === 0 ? `${steps.length} steps` : `${visited} of ${steps.length}`}
              </span>
              <details>
                <summary>All steps</summary>
                <ol>
                  {steps.map(({ slug }, at) => (
                    <li key={slug} data-done={at < visited}>
                      <button type="button" className="link" onClick={() => onWalk(path, at)}>
                        {titleOf(slug)}
                      </button>
                      {at < visited ? <span className="unseen"> (visited)</span> : null}
                    </li>
                  ))}
                </ol>
              </details>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

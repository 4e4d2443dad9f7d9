/** What can be opened: the gallery, the reader's drafts, an empty page, a file. */
import { type ChangeEvent, useEffect, useState } from 'react';
import { EXERCISES } from '../scenario/exercises/exercises.ts';
import type { CatalogueItem } from '../scenario/gallery/catalogue.ts';
import type { GuidedPath } from '../scenario/gallery/paths.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { Dialog } from './Dialog.tsx';
import { ExerciseList } from './ExerciseList.tsx';
import { GalleryBrowser } from './GalleryBrowser.tsx';
import { openedFile } from './opened-file.ts';
import { PathCards } from './PathCards.tsx';
import { usePage } from './page.ts';
import { useServices, useSession } from './services.ts';
import { EMPTY } from './session.ts';
import { walkTo } from './walk.ts';
import './gallery.css';

export function GalleryDialog({ onClose }: { readonly onClose: () => void }) {
  const services = useServices();
  const { chrome, gallery, session } = services;
  const page = usePage();
  const drafts = useSession((state) => state.drafts);
  const origin = useSession((state) => state.origin);
  const [problem, setProblem] = useState('');
  const items = useItems(setProblem);
  const then = (open: () => void) => () => {
    open();
    onClose();
  };
  const openFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.currentTarget.files ?? [];
    if (file === undefined) return;
    const opened = await openedFile(file);
    then(() => session.openFile(opened, file.name))();
  };
  const walk = (path: GuidedPath, at: number) => {
    walkTo(services, page, path, at).then(onClose, (error: unknown) => {
      console.error(error);
      setProblem(NOT_LOADED);
    });
  };
  const openExercise = (scenario: Scenario) => {
    session.openOwn(scenario);
    chrome.setState({ tab: 'exercise', path: null });
    onClose();
  };
  const openSlug = (slug: string) => {
    gallery.entry(slug).then(
      (entry) => {
        if (entry !== null) then(() => session.openEntry(entry))();
      },
      (error: unknown) => {
        console.error(error);
        setProblem(NOT_LOADED);
      },
    );
  };
  return (
    <Dialog title="Gallery" onClose={onClose} isWide>
      <div className="gallery-own">
        <button type="button" className="run-button" onClick={then(() => session.openOwn(EMPTY))}>
          Start empty
        </button>
        <label className="run-button gallery-file">
          Open a file
          <input type="file" className="unseen" accept=".py,.json" onChange={(event) => void openFile(event)} />
        </label>
        <span className="soft">or paste your own program over any of these.</span>
      </div>
      {problem === '' ? null : <p role="alert">{problem}</p>}
      {drafts.length === 0 ? null : (
        <>
          <h3>Your drafts, kept in this browser</h3>
          <ul className="gallery-list">
            {drafts.map((draft) => (
              <li key={draft.id}>
                <button type="button" onClick={then(() => session.openDraft(draft))}>
                  <strong>{draft.scenario.title === '' ? 'Untitled' : draft.scenario.title}</strong>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <GalleryBrowser
        items={items}
        open={origin.kind === 'gallery' ? origin.entry.slug : null}
        onOpen={openSlug}
        before={
          <>
            <h3>Guided paths</h3>
            <PathCards items={items} onWalk={walk} />
          </>
        }
        after={
          <section className="gallery-world">
            <h3>Exercises</h3>
            <details>
              <summary>
                Change a program until it does what is asked <span className="soft figures">{EXERCISES.length}</span>
              </summary>
              <ExerciseList onOpen={openExercise} />
            </details>
          </section>
        }
      />
    </Dialog>
  );
}

/** Empty until it has come. */
function useItems(onProblem: (text: string) => void): readonly CatalogueItem[] {
  const { gallery } = useServices();
  const [items, setItems] = useState<readonly CatalogueItem[]>([]);
  useEffect(() => {
    let isGone = false;
    gallery.list().then(
      (all) => {
        if (!isGone) setItems(all);
      },
      (error: unknown) => {
        console.error(error);
        if (!isGone) onProblem(NOT_LOADED);
      },
    );
    return () => {
      isGone = true;
    };
  }, [gallery, onProblem]);
  return items;
}

const NOT_LOADED = 'The gallery could not be loaded. Check the connection and try again.';

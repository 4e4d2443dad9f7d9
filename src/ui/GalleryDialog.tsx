/** What can be opened: the gallery, the reader's drafts, an empty page, a file. */
import { type ChangeEvent, useEffect, useState } from 'react';
import { readScenarioFile } from '../scenario/file.ts';
import type { GalleryEntry } from '../scenario/gallery/entry.ts';
import { scenarioOf } from '../scenario/scenario.ts';
import { Dialog } from './Dialog.tsx';
import { useServices, useSession } from './services.ts';
import { EMPTY } from './session.ts';
import './gallery.css';

export function GalleryDialog({ onClose }: { readonly onClose: () => void }) {
  const { session } = useServices();
  const drafts = useSession((state) => state.drafts);
  const origin = useSession((state) => state.origin);
  const [problem, setProblem] = useState('');
  const entries = useEntries(setProblem);
  const then = (open: () => void) => () => {
    open();
    onClose();
  };
  const openFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.currentTarget.files ?? [];
    if (file === undefined) return;
    const text = await file.text();
    if (file.name.endsWith('.py')) return then(() => session.openOwn({ ...scenarioOf(text), title: file.name }))();
    const read = readScenarioFile(text);
    if (read.ok) then(() => session.openOwn(read.scenario))();
    else setProblem(read.sentence);
  };
  return (
    <Dialog title="Gallery" onClose={onClose}>
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
      <h3>Scenarios</h3>
      <ul className="gallery-list">
        {entries.map((entry) => (
          <li key={entry.slug}>
            <button
              type="button"
              aria-current={origin.kind === 'gallery' && origin.entry.slug === entry.slug ? 'true' : undefined}
              onClick={then(() => session.openEntry(entry))}
            >
              <strong>{entry.title}</strong>
              <span>{entry.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** Until the others have come, the one that is there from the start. */
function useEntries(onProblem: (text: string) => void): readonly GalleryEntry[] {
  const { gallery } = useServices();
  const [entries, setEntries] = useState<readonly GalleryEntry[]>([gallery.first]);
  useEffect(() => {
    let isGone = false;
    gallery.load().then(
      (all) => {
        if (!isGone) setEntries(all);
      },
      (error: unknown) => {
        console.error(error);
        if (!isGone) onProblem('The other scenarios could not be loaded. Check the connection and try again.');
      },
    );
    return () => {
      isGone = true;
    };
  }, [gallery, onProblem]);
  return entries;
}

/** What can be opened: the gallery, the reader's drafts, an empty page, a file. */
import { type ChangeEvent, useState } from 'react';
import { readScenarioFile } from '../scenario/file.ts';
import { scenarioOf } from '../scenario/scenario.ts';
import { Dialog } from './Dialog.tsx';
import { useServices, useSession } from './services.ts';
import { EMPTY } from './session.ts';
import './gallery.css';

export function GalleryDialog({ onClose }: { readonly onClose: () => void }) {
  const { gallery, session } = useServices();
  const drafts = useSession((state) => state.drafts);
  const origin = useSession((state) => state.origin);
  const [problem, setProblem] = useState('');
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
      {gallery.length === 0 ? <p className="soft">The gallery is empty in this build.</p> : null}
      <ul className="gallery-list">
        {gallery.map((entry) => (
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

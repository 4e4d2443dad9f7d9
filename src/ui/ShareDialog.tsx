/** A link to this step: short for an unchanged gallery scenario, else with the program in it. */
import { useEffect, useId, useState } from 'react';
import { BUDGETS, budgetFor } from '../scenario/budget.ts';
import { FILE_EXTENSION, writeScenarioFile } from '../scenario/file.ts';
import { formatGalleryHash } from '../scenario/hash.ts';
import { encodeLink } from '../scenario/link.ts';
import type { Moment } from '../scenario/moment.ts';
import { selectAnchor, selectIsEdited, selectIsStale, selectTrace } from '../store/selectors.ts';
import { timeAt } from '../trace/history.ts';
import { Dialog } from './Dialog.tsx';
import { usePage } from './page.ts';
import { useApp, useServices, useSession } from './services.ts';
import './share.css';

interface Written {
  readonly address: string;
  /** Why there is none; '' when there is one. */
  readonly problem: string;
  readonly isGallery: boolean;
}

export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const moment = useMoment();
  const [isHere, setIsHere] = useState(moment !== null);
  const written = useAddress(isHere ? moment : null);
  const page = usePage();
  const { store, voice } = useServices();
  const [copied, setCopied] = useState('');
  const field = useId();
  const where = isHere && moment !== null ? ' at this step' : '';
  const copy = async () => {
    if (written === null) return;
    const isDone = await page.copy(written.address);
    const text = isDone
      ? `Copied, ${written.address.length.toLocaleString('en')} characters`
      : 'The browser did not allow it. Select the link and copy it yourself.';
    setCopied(text);
    voice.say(text);
  };
  const download = () => {
    const { scenario } = store.getState();
    const file = writeScenarioFile({ ...scenario, view: { ...scenario.view, moment: isHere ? moment : null } });
    if (file.ok) page.download(`scenario${FILE_EXTENSION}`, file.text);
    else setCopied(file.sentence);
  };
  return (
    <Dialog title="Share" onClose={onClose}>
      <label className="share-here">
        <input
          type="checkbox"
          checked={isHere}
          disabled={moment === null}
          onChange={(event) => setIsHere(event.currentTarget.checked)}
        />
        {moment === null ? 'Run the program to share a step of it' : `Open at this step (${moment.step})`}
      </label>
      <label htmlFor={field}>Link</label>
      <div className="share-row">
        <input
          id={field}
          className="mono"
          readOnly
          value={written?.address ?? ''}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button
          type="button"
          className="run-button"
          data-called="true"
          disabled={written?.problem !== ''}
          onClick={() => void copy()}
        >
          Copy
        </button>
      </div>
      <p className="share-copied">{copied}</p>
      {written === null ? null : <Budget written={written} />}
      <p className="soft">
        {written?.isGallery === true
          ? `The link opens the gallery's scenario${where} and runs it.`
          : `The reader sees the code first, and nothing runs by itself${where === '' ? '' : `; after Run, the page opens${where}`}. The program is in the link itself, and goes to no server.`}
      </p>
      <p>
        <button type="button" className="link" onClick={download}>
          Save it as a file instead
        </button>
      </p>
    </Dialog>
  );
}

function Budget({ written: { address, problem } }: { readonly written: Written }) {
  if (problem !== '') return <p role="alert">{problem}</p>;
  const budget = budgetFor(address.length);
  const at = budget === undefined ? -1 : BUDGETS.indexOf(budget);
  return (
    <div className="share-budget">
      <div className="share-bar" aria-hidden="true">
        {BUDGETS.map(({ kind }, index) => (
          <i key={kind} data-used={index <= at} />
        ))}
      </div>
      <p>
        <strong className="figures">{address.length.toLocaleString('en')} characters.</strong> {budget?.sentence}
      </p>
    </div>
  );
}

/** Null when there is no run, or it is not the run of this program any more. */
function useMoment(): Moment | null {
  const { history, length } = useApp(selectTrace);
  const anchor = useApp(selectAnchor);
  const step = useApp((state) => state.position);
  const isStale = useApp(selectIsStale);
  return length === 0 || isStale ? null : { anchor, step, timeUs: timeAt(history, step) };
}

function useAddress(moment: Moment | null): Written | null {
  const { base } = usePage();
  const scenario = useApp((state) => state.scenario);
  const isEdited = useApp(selectIsEdited);
  const origin = useSession((session) => session.origin);
  const [written, setWritten] = useState<Written | null>(null);
  const key = JSON.stringify(moment);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the moment, which is made anew each time.
  useEffect(() => {
    let isLate = false;
    // The address of another step is not shown as the one of this.
    setWritten(null);
    const done = (next: Written) => {
      if (!isLate) setWritten(next);
    };
    if (origin.kind === 'gallery' && !isEdited) {
      done({
        address: base + formatGalleryHash({ slug: origin.entry.slug, beside: null, revision: null, moment }),
        problem: '',
        isGallery: true,
      });
    } else {
      const view = { ...scenario.view, moment };
      encodeLink({ ...scenario, view }, base).then(
        ({ ...link }) => done(link.ok ? program(base + link.hash) : program('', link.sentence)),
        (error: unknown) => done(program('', `The link could not be written: ${String(error)}`)),
      );
    }
    return () => {
      isLate = true;
    };
  }, [base, scenario, isEdited, origin, key]);
  return written;
}

function program(address: string, problem = ''): Written {
  return { address, problem, isGallery: false };
}

/** What the reader must know before anything else, each in words and with a way on. */
import { useState } from 'react';
import type { Scenario } from '../scenario/scenario.ts';
import type { RunState } from '../store/run-state.ts';
import { selectIsHiding, selectTrace } from '../store/selectors.ts';
import { eventAt, type Trace } from '../trace/trace.ts';
import { endingSentence } from './ending-words.ts';
import { Icon } from './Icon.tsx';
import { usePage } from './page.ts';
import { partOf, usePart } from './part.ts';
import { useApp, useChrome, useServices, useSession } from './services.ts';
import './banners.css';

export function Banners() {
  return (
    <>
      <GuidedPath />
      <LinkProblem />
      <Newer />
      <DraftOffer />
      <SharedNote />
      <SharedRun />
      <RunEnding />
    </>
  );
}

const PATH = partOf(async () => (await import('./PathBar.tsx')).PathBar);

function GuidedPath() {
  const path = useChrome((chrome) => chrome.path);
  const bar = usePart(path === null ? null : PATH);
  return path !== null && bar.phase === 'loaded' ? <bar.Component {...path} /> : null;
}

const UPDATE_OFFER = partOf(async () => (await import('./UpdateOffer.tsx')).UpdateOffer);

function Newer() {
  const isThere = useChrome(({ newer }) => newer !== null);
  const offer = usePart(isThere ? UPDATE_OFFER : null);
  return isThere && offer.phase === 'loaded' ? <offer.Component /> : null;
}

function LinkProblem() {
  const problem = useSession((session) => session.linkProblem);
  const { chrome, session } = useServices();
  if (problem === null) return null;
  return (
    <div className="banner" data-tone="bad" role="alert">
      <p>{problem}</p>
      <button type="button" className="link" onClick={() => chrome.setState({ dialog: 'gallery' })}>
        Open the gallery
      </button>
      <Dismiss onClick={session.forgetProblem} />
    </div>
  );
}

function DraftOffer() {
  const isOffered = useSession((session) => session.isDraftOffered);
  const [draft] = useSession((session) => session.drafts);
  const { session } = useServices();
  if (!isOffered || draft === undefined) return null;
  const title = draft.scenario.title === '' ? 'your program' : `"${draft.scenario.title}"`;
  return (
    <div className="banner">
      <p>Your draft of {title} is kept in this browser.</p>
      <button type="button" className="link" onClick={() => session.openDraft(draft)}>
        Open the draft
      </button>
      <button type="button" className="link" onClick={session.forgetDraft}>
        Delete it
      </button>
      <Dismiss onClick={() => session.setState({ isDraftOffered: false })} />
    </div>
  );
}

/** What the link does to the run, besides running it. */
const ACTS = partOf(async () => (await import('./ActsNote.tsx')).ActsNote);

/** Code from a link is there to be read first. */
function SharedNote() {
  const origin = useSession((session) => session.origin);
  const isShared = origin.kind === 'link' || origin.kind === 'file';
  const isIdle = useApp((state) => state.run.phase === 'idle');
  const isActedOn = useApp(({ scenario }) => scenario.interventions.length > 0);
  const { session } = useServices();
  const acts = usePart(isShared && isIdle && isActedOn ? ACTS : null);
  if (!isShared || !isIdle) return null;
  return (
    <div className="banner">
      <p>
        {origin.kind === 'file' ? `This program comes from ${origin.name}.` : 'Somebody shared this program.'} Nothing
        has run yet: read it, then
        {isActedOn && acts.phase === 'loaded' ? <acts.Component /> : null}
      </p>
      <button type="button" className="run-button" data-called="true" onClick={session.run}>
        <Icon name="play" size={12} />
        Run it here
      </button>
    </div>
  );
}

/** Wanted as soon as something that was shared has run. */
const SHARED_RUN = partOf(async () => (await import('./SharedRunNote.tsx')).SharedRunNote);

function SharedRun() {
  const isFinished = useApp((state) => state.run.phase === 'finished');
  const hasAuthor = useApp(({ original }) => original.engine !== null);
  const hasMoment = useSession(({ asked }) => asked !== null);
  const note = usePart(isFinished && (hasAuthor || hasMoment) ? SHARED_RUN : null);
  return note.phase === 'loaded' ? <note.Component /> : null;
}

/** Ends that need no banner: the lanes and the output show them. */
function RunEnding() {
  const run = useApp((state) => state.run);
  const { length } = useApp(selectTrace);
  const isHiding = useApp(selectIsHiding);
  const [dismissed, setDismissed] = useState<RunState | null>(null);
  const { chrome, store } = useServices();
  if (run === dismissed) return null;
  if (run.phase === 'crashed') return <Crashed message={run.message} scenario={run.scenario} />;
  if (run.phase === 'rejected') {
    const [first] = run.diagnostics;
    return (
      <div className="banner" data-tone="bad">
        <p>
          {first === undefined
            ? 'The program could not be read.'
            : `${first.file}, line ${first.line}. ${first.type}: ${first.message}`}
        </p>
      </div>
    );
  }
  if (isHiding || run.phase !== 'finished' || (run.ending.kind === 'completed' && run.ending.exitCode === 0))
    return null;
  const { ending } = run;
  const task = ending.kind === 'deadlock' ? ending.tasks[0] : undefined;
  const place = ('range' in ending ? ending.range : null) ?? (ending.kind === 'limit' ? lastPlace(run.trace) : null);
  return (
    <div className="banner" data-tone={ending.kind === 'stopped' ? 'plain' : 'bad'}>
      <p>
        {endingSentence(ending)}
        {place === null ? null : <span className="soft">{` (${place.file}, line ${place.line})`}</span>}
      </p>
      {task === undefined ? null : (
        <button
          type="button"
          className="link"
          onClick={() => {
            store.actions.goToEnd();
            store.actions.select({ kind: 'task', id: task });
            chrome.setState({ tab: 'why' });
          }}
        >
          Show why
        </button>
      )}
      {task !== undefined || length === 0 ? null : (
        <button type="button" className="link" onClick={store.actions.goToEnd}>
          Show the last step
        </button>
      )}
      <Dismiss onClick={() => setDismissed(run)} />
    </div>
  );
}

/** So many events before the end are looked at. */
const LOOK_BACK = 500;

/** Where the program itself ran last, when the run was stopped from outside. */
function lastPlace(trace: Trace): { readonly file: string; readonly line: number } | null {
  for (let at = trace.length - 1; at >= Math.max(0, trace.length - LOOK_BACK); at--) {
    const event = eventAt(trace, at);
    if (event?.kind !== 'line.reached') continue;
    const code = trace.codes[event.code];
    if (code?.isUser === true) return { file: code.file, line: event.line };
  }
  return null;
}

function Crashed({ message, scenario }: { readonly message: string; readonly scenario: Scenario }) {
  const page = usePage();
  const { voice } = useServices();
  const copy = async () => {
    const { encodeLink } = await import('../scenario/link.ts');
    const link = await encodeLink(scenario, page.base);
    const isCopied = link.ok && (await page.copy(`${page.base}${link.hash}`));
    voice.say(isCopied ? 'Copied the link that reproduces this' : 'It could not be copied');
  };
  return (
    <div className="banner" data-tone="bad">
      <p>Loopscope made a mistake, not your program: {message}</p>
      <button type="button" className="link" onClick={() => void copy()}>
        Copy a link that reproduces it
      </button>
    </div>
  );
}

function Dismiss({ onClick }: { readonly onClick: () => void }) {
  return (
    <button type="button" className="plain icon-button banner-close" aria-label="Dismiss" onClick={onClick}>
      <Icon name="close" size={12} />
    </button>
  );
}

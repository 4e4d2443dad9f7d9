/**
 * Opening and editing with good manners: nothing from a link runs by itself, no draft is lost, and the address is only
 * changed to take away a fragment that is no longer true. What is run and where the playhead is, is in the store.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { GalleryEntry } from '../scenario/gallery/entry.ts';
import type { Intervention } from '../scenario/intervention.ts';
import type { Moment } from '../scenario/moment.ts';
import { type Breakpoint, DEFAULT_SCENARIO, type Scenario, sameProgram } from '../scenario/scenario.ts';
import type { Store } from '../store/store.ts';
import type { Draft } from './drafts.ts';
import type { Gallery } from './gallery.ts';
import { keepBreakpoints, keptBreakpoints } from './kept-breakpoints.ts';
import type { OpenedFile } from './opened-file.ts';
import type { Page } from './page.ts';

export type Origin =
  | { readonly kind: 'gallery'; readonly entry: GalleryEntry }
  | { readonly kind: 'link' }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'own' };

export interface SessionState {
  readonly origin: Origin;
  /** Where the link's author looked; until it has been shown. */
  readonly moment: Moment | null;
  /** Where the address or the file wanted the run to be looked at, once it was run. */
  readonly asked: Moment | null;
  /** The slug of another of the gallery that the address wants beside it. */
  readonly beside: string | null;
  /** Why the link in the address, or a file, was not opened. */
  readonly linkProblem: string | null;
  readonly drafts: readonly Draft[];
  /** A draft from before that the reader may want back. */
  readonly isDraftOffered: boolean;
}

export interface Session extends StoreApi<SessionState> {
  readonly openAddress: () => Promise<void>;
  /** `moment`: where to look; absent: where it is most telling. */
  readonly openEntry: (entry: GalleryEntry, moment?: Moment) => void;
  readonly openDraft: (draft: Draft) => void;
  readonly openOwn: (scenario: Scenario) => void;
  /** When it is refused, the reader is told why, and what was open stays open. */
  readonly openFile: (file: OpenedFile, name: string) => void;
  readonly edit: (file: string, text: string) => void;
  /** The seed, the network: what the run depends on besides the program. */
  readonly configure: (settings: Scenario['settings']) => void;
  /** They are kept in this browser, and change nothing of the program. */
  readonly setBreakpoints: (breakpoints: readonly Breakpoint[]) => void;
  readonly run: () => void;
  /** Does something to the run from outside: it is run again, as another branch. */
  readonly act: (intervention: Intervention) => void;
  readonly withdraw: (index: number) => void;
  /** Runs the program with these acts, and nothing else done to it; looks there. */
  readonly repeat: (interventions: readonly Intervention[], position: number) => void;
  readonly forgetProblem: () => void;
  readonly forgetDraft: () => void;
}

interface SessionNeeds {
  readonly page: Page;
  readonly gallery: Gallery;
  readonly store: Store;
  /** As they were kept, newest first. */
  readonly drafts: readonly Draft[];
}

const SAVE_AFTER_MS = 400;
export const EMPTY: Scenario = { ...DEFAULT_SCENARIO, title: 'Your program' };

/** What a program is kept as. */
interface Kept {
  draft: number | null;
}

export function createSession({ drafts, gallery, page, store }: SessionNeeds): Session {
  const { actions } = store;
  const session = createStore<SessionState>(() => ({
    ...{ origin: { kind: 'own' }, moment: null, asked: null, beside: null, linkProblem: null },
    ...{ drafts, isDraftOffered: drafts.length > 0 },
  }));
  let kept: Kept = { draft: null };
  let saving: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  /** What is written and read of drafts is loaded when there is one. */
  const withDrafts = (work: (drafts: typeof import('./drafts.ts')) => void) => {
    import('./drafts.ts').then(work, (error: unknown) => console.error('The draft could not be kept.', error));
  };

  const save = () => {
    if (saving === undefined) return;
    clearTimeout(saving);
    saving = undefined;
    const { scenario } = store.getState();
    const mine = kept;
    withDrafts(({ keepDraft, readDrafts }) => {
      mine.draft = keepDraft(page, scenario, mine.draft);
      session.setState({ drafts: readDrafts(page) });
    });
  };

  const saveSoon = () => {
    session.setState({ isDraftOffered: false });
    clearTimeout(saving);
    saving = setTimeout(save, SAVE_AFTER_MS);
  };

  const open = (scenario: Scenario, origin: Origin, changes: Partial<SessionState> = {}) => {
    save();
    turn++;
    kept = { draft: null };
    actions.load(scenario);
    const { moment } = scenario.view;
    session.setState({ origin, moment, asked: null, beside: null, linkProblem: null, ...changes });
  };

  /** What is in the address, and what its author measured, is of another run. */
  const otherwise = (change: () => void) => {
    page.dropFragment();
    if (store.getState().scenario.engine !== null) actions.changeScenario({ engine: null });
    session.setState({ moment: null, asked: null });
    change();
  };

  const showEntry = (entry: GalleryEntry, moment: Moment | null) => {
    const first = entry.moments[0];
    const best = first === undefined ? entry.scenario.view.moment : { anchor: first.anchor, step: 0, timeUs: 0 };
    const breakpoints = keptBreakpoints(page, entry.slug) ?? entry.scenario.breakpoints;
    open({ ...entry.scenario, breakpoints }, { kind: 'gallery', entry }, { moment: null, asked: moment });
    actions.run(moment ?? best);
  };

  const openAddress = async () => {
    const mine = ++turn;
    const hash = page.hash();
    const refuse = (linkProblem: string) => open(EMPTY, { kind: 'own' }, { linkProblem });
    if (hash.length < 2) return showEntry(gallery.first, null);
    const { decodeLink } = await import('../scenario/link.ts');
    const result = await decodeLink(hash);
    // Another was opened while this one was unpacked.
    if (mine !== turn) return;
    if (!result.ok && result.code === 'NEWER') page.askForUpdate();
    if (!result.ok) return result.code === 'EMPTY' ? showEntry(gallery.first, null) : refuse(result.sentence);
    if (result.kind === 'scenario') return open(result.scenario, { kind: 'link' });
    const { moment, slug } = result;
    if (slug === gallery.first.slug) return showEntry(gallery.first, moment);
    const entry = gallery.has(slug) ? await gallery.entry(slug) : null;
    if (mine !== turn) return;
    if (entry !== null) {
      showEntry(entry, moment);
      session.setState({ beside: result.beside });
    } else refuse(`There is no scenario called "${slug}" in the gallery. Open the gallery and choose another.`);
  };

  page.onHide(save);
  return {
    ...session,
    openAddress,
    openEntry: (entry, moment) => {
      page.dropFragment();
      showEntry(entry, moment ?? null);
    },
    openDraft: (chosen) => {
      page.dropFragment();
      open(chosen.scenario, { kind: 'own' }, { isDraftOffered: false });
      kept = { draft: chosen.id };
    },
    openOwn: (scenario) => {
      page.dropFragment();
      open(scenario, { kind: 'own' });
    },
    openFile: (file, name) => {
      if (file.ok) {
        page.dropFragment();
        open(file.scenario, file.isOwn ? { kind: 'own' } : { kind: 'file', name });
      } else {
        if (file.code === 'NEWER') page.askForUpdate();
        session.setState({ linkProblem: file.sentence });
      }
    },
    edit: (file, text) => {
      const before = store.getState().scenario;
      actions.editFile(file, text);
      const { scenario } = store.getState();
      if (sameProgram(before, scenario)) return;
      page.dropFragment();
      // What the author measured is no longer true of it.
      if (scenario.engine !== null) actions.changeScenario({ engine: null });
      session.setState({ moment: null, asked: null });
      saveSoon();
    },
    configure: (settings) => {
      otherwise(() => actions.changeScenario({ settings }));
      saveSoon();
    },
    setBreakpoints: (breakpoints) => {
      actions.changeScenario({ breakpoints });
      const { original, scenario } = store.getState();
      const { origin } = session.getState();
      if (!sameProgram(original, scenario) || origin.kind === 'own') saveSoon();
      else if (origin.kind === 'gallery') keepBreakpoints(page, origin.entry.slug, breakpoints);
    },
    run: () => {
      save();
      const { moment } = session.getState();
      session.setState({ moment: null, asked: moment });
      actions.run(moment);
    },
    act: (intervention) => otherwise(() => actions.act(intervention)),
    withdraw: (index) => otherwise(() => actions.withdraw(index)),
    repeat: (interventions, position) =>
      otherwise(() => {
        actions.changeScenario({ interventions });
        actions.run({ anchor: '', step: position, timeUs: 0 });
      }),
    forgetProblem: () => {
      page.dropFragment();
      session.setState({ linkProblem: null });
    },
    forgetDraft: () => {
      const [newest] = session.getState().drafts;
      session.setState({ isDraftOffered: false });
      withDrafts(({ dropDraft, readDrafts }) => {
        if (newest !== undefined) dropDraft(page, newest.id);
        session.setState({ drafts: readDrafts(page) });
      });
    },
  };
}

/** What the title says of a program that may have been changed. */
export function titleOf(scenario: Scenario, origin: Origin, isEdited: boolean): string {
  const title = scenario.title === '' ? (origin.kind === 'own' ? 'Your program' : 'A shared program') : scenario.title;
  return isEdited && origin.kind !== 'own' ? `edited copy of ${title}` : title;
}

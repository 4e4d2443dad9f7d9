/**
 * Opening and editing with good manners: nothing from a link runs by itself, no draft is lost, and the address is only
 * changed to take away a fragment that is no longer true. What is run and where the playhead is, is in the store.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { GalleryEntry } from '../scenario/gallery/entry.ts';
import { decodeLink } from '../scenario/link.ts';
import type { Moment } from '../scenario/moment.ts';
import { DEFAULT_SCENARIO, type Scenario, sameProgram } from '../scenario/scenario.ts';
import type { Store } from '../store/store.ts';
import { type Draft, dropDraft, keepDraft, readDrafts } from './drafts.ts';
import type { Page } from './page.ts';

export type Origin =
  | { readonly kind: 'gallery'; readonly entry: GalleryEntry }
  | { readonly kind: 'link' }
  | { readonly kind: 'own' };

export interface SessionState {
  readonly origin: Origin;
  /** Where the link's author looked; until it has been shown. */
  readonly moment: Moment | null;
  /** Why the link in the address was not opened. */
  readonly linkProblem: string | null;
  readonly drafts: readonly Draft[];
  /** A draft from before that the reader may want back. */
  readonly isDraftOffered: boolean;
}

export interface Session extends StoreApi<SessionState> {
  readonly openAddress: () => Promise<void>;
  readonly openEntry: (entry: GalleryEntry) => void;
  readonly openDraft: (draft: Draft) => void;
  readonly openOwn: (scenario: Scenario) => void;
  readonly edit: (file: string, text: string) => void;
  readonly run: () => void;
  readonly forgetProblem: () => void;
  readonly forgetDraft: () => void;
}

interface SessionNeeds {
  readonly page: Page;
  readonly gallery: readonly GalleryEntry[];
  readonly store: Store;
}

const SAVE_AFTER_MS = 400;
export const EMPTY: Scenario = { ...DEFAULT_SCENARIO, title: 'Your program' };

export function createSession({ gallery, page, store }: SessionNeeds): Session {
  const { actions } = store;
  const drafts = readDrafts(page);
  const session = createStore<SessionState>(() => ({
    ...{ origin: { kind: 'own' }, moment: null, linkProblem: null },
    ...{ drafts, isDraftOffered: drafts.length > 0 },
  }));
  let draft: number | null = null;
  let saving: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  const save = () => {
    if (saving === undefined) return;
    clearTimeout(saving);
    saving = undefined;
    draft = keepDraft(page, store.getState().scenario, draft);
    session.setState({ drafts: readDrafts(page) });
  };

  const open = (scenario: Scenario, origin: Origin, changes: Partial<SessionState> = {}) => {
    save();
    turn++;
    draft = null;
    actions.load(scenario);
    session.setState({ origin, moment: scenario.view.moment, linkProblem: null, ...changes });
  };

  const showEntry = (entry: GalleryEntry, moment: Moment | null) => {
    const first = entry.moments[0];
    const best = first === undefined ? entry.scenario.view.moment : { anchor: first.anchor, step: 0, timeUs: 0 };
    open(entry.scenario, { kind: 'gallery', entry }, { moment: null });
    actions.run(moment ?? best);
  };

  const openAddress = async () => {
    const mine = ++turn;
    const result = await decodeLink(page.hash());
    // Another was opened while this one was unpacked.
    if (mine !== turn) return;
    const refuse = (linkProblem: string) => open(EMPTY, { kind: 'own' }, { linkProblem });
    const first = gallery[0];
    if (!result.ok && result.code !== 'EMPTY') refuse(result.sentence);
    else if (!result.ok) {
      if (first === undefined) open(EMPTY, { kind: 'own' });
      else showEntry(first, null);
    } else if (result.kind === 'scenario') open(result.scenario, { kind: 'link' });
    else {
      const entry = gallery.find(({ slug }) => slug === result.slug);
      if (entry !== undefined) showEntry(entry, result.moment);
      else refuse(`There is no scenario called "${result.slug}" in the gallery. Open the gallery and choose another.`);
    }
  };

  return {
    ...session,
    openAddress,
    openEntry: (entry) => {
      page.dropFragment();
      showEntry(entry, null);
    },
    openDraft: (chosen) => {
      page.dropFragment();
      open(chosen.scenario, { kind: 'own' }, { isDraftOffered: false });
      draft = chosen.id;
    },
    openOwn: (scenario) => {
      page.dropFragment();
      open(scenario, { kind: 'own' });
    },
    edit: (file, text) => {
      const before = store.getState().scenario;
      actions.editFile(file, text);
      const { scenario } = store.getState();
      if (sameProgram(before, scenario)) return;
      page.dropFragment();
      // What the author measured is no longer true of it.
      if (scenario.engine !== null) actions.changeScenario({ engine: null });
      session.setState({ isDraftOffered: false, moment: null });
      clearTimeout(saving);
      saving = setTimeout(save, SAVE_AFTER_MS);
    },
    run: () => {
      save();
      const { moment } = session.getState();
      session.setState({ moment: null });
      actions.run(moment);
    },
    forgetProblem: () => {
      page.dropFragment();
      session.setState({ linkProblem: null });
    },
    forgetDraft: () => {
      const [newest] = session.getState().drafts;
      if (newest !== undefined) dropDraft(page, newest.id);
      session.setState({ drafts: readDrafts(page), isDraftOffered: false });
    },
  };
}

/** What the title says of a program that may have been changed. */
export function titleOf(scenario: Scenario, origin: Origin, isEdited: boolean): string {
  const title = scenario.title === '' ? (origin.kind === 'link' ? 'A shared program' : 'Your program') : scenario.title;
  return isEdited && origin.kind !== 'own' ? `edited copy of ${title}` : title;
}

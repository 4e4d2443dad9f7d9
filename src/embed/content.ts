/** What the frame shows: from the fragment of its address, which is the same as the page's own. Reading it runs nothing. */
import type { GalleryEntry } from '../scenario/gallery/entry.ts';
import { formatGalleryHash } from '../scenario/hash.ts';
import type { Moment } from '../scenario/moment.ts';
import { type Problem, problem } from '../scenario/problem.ts';
import { DEFAULT_SCENARIO, type Scenario } from '../scenario/scenario.ts';
import type { Gallery } from '../ui/gallery.ts';

export type Content =
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      /** Where its author looked. */
      readonly moment: Moment | null;
      /** Null: it is in the link itself. */
      readonly entry: GalleryEntry | null;
      /** The fragment that opens the same in the page, at that moment. */
      readonly hashAt: (moment: Moment | null) => Promise<string>;
    }
  | Problem;

export async function readContent(hash: string, gallery: Gallery): Promise<Content> {
  const { decodeLink, encodeLink } = await import('../scenario/link.ts');
  const link = await decodeLink(hash);
  if (!link.ok) return link;
  if (link.kind === 'scenario') {
    const { scenario } = link;
    const hashAt = async (moment: Moment | null) => {
      const written = await encodeLink({ ...scenario, view: { ...scenario.view, moment } });
      return written.ok ? written.hash : hash;
    };
    return { ok: true, scenario: shownPart(scenario), moment: scenario.view.moment, entry: null, hashAt };
  }
  const { beside, moment, revision, slug } = link;
  const entry = await gallery.entry(slug);
  if (entry === null) return problem('ALPHABET');
  const best = { anchor: entry.tellingMoment.anchor, step: 0, timeUs: 0 };
  return {
    ok: true,
    scenario: shownPart(entry.scenario),
    moment: moment ?? best,
    entry,
    hashAt: async (at) => formatGalleryHash({ slug, beside, revision, moment: at }),
  };
}

/**
 * The fields that a frame accepts: the program, what its run depends on, its moment and its questions. Breakpoints, panes,
 * speed and mode are for the page; what the author measured is compared there, too.
 */
export function shownPart({
  author,
  files,
  interventions,
  kind,
  questions,
  settings,
  title,
  view,
}: Scenario): Scenario {
  return {
    ...DEFAULT_SCENARIO,
    ...{ title, author, kind, files, settings, interventions, questions },
    view: { ...DEFAULT_SCENARIO.view, moment: view.moment },
  };
}

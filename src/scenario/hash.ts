/**
 * What kind of link a fragment is, before anything is unpacked:
 *
 *   #g/<slug>[.r<revision>][@<moment>]   a scenario of our own gallery
 *   #g/<slug>+<slug>                     two of them, side by side
 *   #1<base64url(zlib(JSON))>z           a scenario in the link itself, its format version first
 */
import { LIMITS } from './limits.ts';
import { formatMoment, type Moment, parseMoment } from './moment.ts';
import { newerProblem, type Problem, problem } from './problem.ts';
import { fragmentOf, percentDecodedOnce, repairPayload, trimmed } from './repair.ts';
import { CURRENT_VERSION } from './upgraders.ts';

export interface GalleryLink {
  readonly slug: string;
  /** Another that is shown beside it; null none. */
  readonly beside: string | null;
  readonly revision: number | null;
  readonly moment: Moment | null;
}

export type ParsedHash =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'gallery' } & GalleryLink)
  | {
      readonly kind: 'payload';
      readonly version: number;
      readonly payload: string;
    }
  | { readonly kind: 'broken'; readonly problem: Problem };

/** The constant last character: a letter survives linkifying, and its absence shows a cut. */
export const TERMINATOR = 'z';

const GALLERY = /^g(?:\/|%2f)([a-z0-9-]{1,24})(?:(?:\+|%2b)([a-z0-9-]{1,24}))?(?:\.r(\d{1,6}))?(?:(?:@|%40)(.+))?$/i;

/** Accepts `location.hash`, the same without `#`, and a whole pasted address. */
export function parseHash(hash: string): ParsedHash {
  if (hash.length > LIMITS.linkLengthMax) return broken('TOO_LONG');
  const fragment = fragmentOf(hash);
  if (fragment === '') return { kind: 'none' };
  if (/^g(?:\/|%2f)/i.test(fragment)) return parseGallery(trimmed(fragment));
  return parsePayload(repairPayload(fragment));
}

/** The revision pins a scenario that the gallery may change later; the moment says where to look. */
export function formatGalleryHash({ beside, slug, revision, moment }: GalleryLink): string {
  const pinned = revision === null ? '' : `.r${revision}`;
  const pair = beside === null ? '' : `+${beside}`;
  return `#g/${slug}${pair}${pinned}${moment === null ? '' : `@${encodeMoment(moment)}`}`;
}

function parseGallery(fragment: string): ParsedHash {
  const [, slug, beside, revision, moment] = GALLERY.exec(fragment) ?? [];
  if (slug === undefined) return broken('ALPHABET');
  return {
    kind: 'gallery',
    slug: slug.toLowerCase(),
    beside: beside?.toLowerCase() ?? null,
    revision: revision === undefined ? null : Number(revision),
    moment: moment === undefined ? null : parseMoment(percentDecodedOnce(moment)),
  };
}

function parsePayload(text: string): ParsedHash {
  if (text === '') return broken('EMPTY');
  if (!/^[1-9]/.test(text)) return broken('ALPHABET');
  const version = Number(text[0]);
  if (version > CURRENT_VERSION) return { kind: 'broken', problem: newerProblem(version) };
  if (text.length < 2 || !text.endsWith(TERMINATOR)) return broken('TRUNCATED');
  const payload = text.slice(1, -TERMINATOR.length);
  if (payload === '') return broken('EMPTY');
  return /^[\w-]+$/.test(payload) ? { kind: 'payload', version, payload } : broken('ALPHABET');
}

/** Readable where that is safe; what a chat program might cut off or break at is escaped. */
function encodeMoment(moment: Moment): string {
  return encodeURIComponent(formatMoment(moment).toWellFormed())
    .replace(/[!'()*.~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%3([ABD])/g, (escaped) => decodeURIComponent(escaped));
}

function broken(code: Parameters<typeof problem>[0]): ParsedHash {
  return { kind: 'broken', problem: problem(code) };
}

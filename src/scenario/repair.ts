/**
 * What chat and mail programs do to a link on its way, undone: spaces and line breaks put in,
 * percent signs, clever dashes, punctuation stuck to the end. Every function is linear: the
 * input may be 32,768 characters of anything.
 */

/** White space, and what is not drawn: soft hyphens, zero-width characters, direction marks. */
const INSERTED = /[\s\p{Default_Ignorable_Code_Point}]/gu;
const TRAILING = new Set('.,;:!?\'"`´“”„‘’‚«»‹›()<>[]{}|\\/*~…。、，');
const DASHES: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2212': '-',
  '\u2014': '--',
};

/** What stands after the `#`, of a fragment or of a whole address, without inserted characters. */
export function fragmentOf(link: string): string {
  const text = withoutInserted(link);
  if (text.startsWith('#')) return text.slice(1);
  const hashAt = text.indexOf('#');
  return hashAt >= 0 && text.slice(0, hashAt).includes('://') ? text.slice(hashAt + 1) : text;
}

export function repairPayload(fragment: string): string {
  const text = withoutInserted(percentDecodedOnce(fragment));
  const dashed = text.replace(/[\u2010-\u2014\u2212]/g, (dash) => DASHES[dash] ?? dash);
  // The `#` itself may have been a percent sign until now.
  return trimmed(dashed.startsWith('#') ? dashed.slice(1) : dashed);
}

/** Without punctuation at the end. Underscores go too when that uncovers the terminator. */
export function trimmed(text: string): string {
  const end = endWithout(text, (character) => TRAILING.has(character));
  const deeper = endWithout(text, (character) => character === '_' || TRAILING.has(character));
  return text.slice(0, text[deeper - 1] === 'z' ? deeper : end);
}

/** A run that is not valid UTF-8 stays as it is. */
export function percentDecodedOnce(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function withoutInserted(text: string): string {
  return text.replace(INSERTED, '');
}

function endWithout(text: string, isLoose: (character: string) => boolean): number {
  let end = text.length;
  while (end > 0 && isLoose(text.charAt(end - 1))) end--;
  return end;
}

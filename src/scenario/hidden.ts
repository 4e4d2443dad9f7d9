/**
 * Characters in a program that a reader cannot see, or that change the order in which code is
 * shown ("Trojan source"). The page shows a badge for them; nothing is removed. Joiners and
 * variation selectors inside emoji are left alone. Look-alike letters are not looked for.
 */
import { textsOf } from './intervention.ts';
import type { Scenario } from './scenario.ts';

export interface SuspiciousCharacter {
  readonly kind: 'direction' | 'invisible' | 'control';
  /** `U+202E`. */
  readonly code: string;
  /** Offset in UTF-16 units; line and column from 1, the column in UTF-16 units. */
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

const FOUND_MAX = 200;
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/u;
const CONTROL = /[^\P{Cc}\t\n\r]/u;
const ANY = new RegExp(`${DIRECTION.source}|${INVISIBLE.source}|${CONTROL.source}`, 'gu');
const ENDS_IN_EMOJI = /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f)$/u;
const KEYCAP = '\u20e3';

/** At most 200, in order. */
export function suspiciousCharacters(text: string): readonly SuspiciousCharacter[] {
  const found: SuspiciousCharacter[] = [];
  let line = 1;
  let lineStart = 0;
  let seen = 0;
  for (const { 0: character, index } of text.matchAll(ANY)) {
    if (found.length === FOUND_MAX) break;
    if (isPartOfEmoji(text, index, character)) continue;
    for (let at = text.indexOf('\n', seen); at >= 0 && at < index; at = text.indexOf('\n', seen)) {
      line++;
      lineStart = at + 1;
      seen = lineStart;
    }
    found.push({
      kind: kindOf(character),
      code: codeOf(character),
      index,
      line,
      column: index - lineStart + 1,
    });
  }
  return found;
}

/** Everything of a scenario that is shown to a reader, one entry for each text that has any. */
export function suspiciousTexts(scenario: Scenario): readonly {
  readonly where: string;
  readonly found: readonly SuspiciousCharacter[];
}[] {
  const texts: readonly (readonly [where: string, text: string])[] = [
    ['title', scenario.title],
    ['author', scenario.author ?? ''],
    ['licence', scenario.licence ?? ''],
    ...scenario.files.map(({ name, text }) => [name, text] as const),
    ...scenario.interventions.flatMap((done) => textsOf(done).map((text) => ['intervention', text] as const)),
    ...scenario.breakpoints.map(({ condition }) => ['breakpoint', condition ?? ''] as const),
    ...scenario.questions.map(({ prompt }) => ['question', prompt] as const),
  ];
  return texts
    .map(([where, text]) => ({ where, found: suspiciousCharacters(text) }))
    .filter(({ found }) => found.length > 0);
}

function isPartOfEmoji(text: string, index: number, character: string): boolean {
  if (character === '\ufe0f' && text[index + 1] === KEYCAP) return true;
  if (character !== '\ufe0f' && character !== '\u200d') return false;
  return ENDS_IN_EMOJI.test(text.slice(Math.max(0, index - 2), index));
}

function kindOf(character: string): SuspiciousCharacter['kind'] {
  if (DIRECTION.test(character)) return 'direction';
  return INVISIBLE.test(character) ? 'invisible' : 'control';
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

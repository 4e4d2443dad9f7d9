/**
 * Names of characters, for `\N{…}` and `unicodedata`. JavaScript has no table of them, so that only those are known that follow
 * from a rule (letters, digits, accents, ideographs) or are often written: `character-names.json` holds whole runs of Unicode 16
 * by their first code point, Latin-1, accents, punctuation, currencies, arrows, mathematics, boxes and shapes.
 */
import runs from './character-names.json' with { type: 'json' };

const GREEK =
  `ALPHA BETA GAMMA DELTA EPSILON ZETA ETA THETA IOTA KAPPA LAMDA MU NU XI OMICRON PI RHO FINAL_SIGMA SIGMA TAU UPSILON PHI CHI PSI
  OMEGA`.split(/\s+/);
const DIGITS = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE'];
const ASCII_SIGNS =
  `SPACE|EXCLAMATION MARK|QUOTATION MARK|NUMBER SIGN|DOLLAR SIGN|PERCENT SIGN|AMPERSAND|APOSTROPHE|LEFT PARENTHESIS|RIGHT PARENTHESIS|ASTERISK|PLUS SIGN|COMMA|HYPHEN-MINUS|FULL STOP|SOLIDUS`.split(
    '|',
  );
const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': 'GRAVE',
  '\u0301': 'ACUTE',
  '\u0302': 'CIRCUMFLEX',
  '\u0303': 'TILDE',
  '\u0304': 'MACRON',
  '\u0306': 'BREVE',
  '\u0307': 'DOT ABOVE',
  '\u0308': 'DIAERESIS',
  '\u030a': 'RING ABOVE',
  '\u030c': 'CARON',
  '\u0327': 'CEDILLA',
  '\u0328': 'OGONEK',
};
const OTHERS: Readonly<Record<string, string>> = {
  ':': 'COLON',
  ';': 'SEMICOLON',
  '<': 'LESS-THAN SIGN',
  '=': 'EQUALS SIGN',
  '>': 'GREATER-THAN SIGN',
  '?': 'QUESTION MARK',
  '@': 'COMMERCIAL AT',
  '[': 'LEFT SQUARE BRACKET',
  '\\': 'REVERSE SOLIDUS',
  ']': 'RIGHT SQUARE BRACKET',
  '^': 'CIRCUMFLEX ACCENT',
  _: 'LOW LINE',
  '`': 'GRAVE ACCENT',
  '{': 'LEFT CURLY BRACKET',
  '|': 'VERTICAL LINE',
  '}': 'RIGHT CURLY BRACKET',
  '~': 'TILDE',
  '™': 'TRADE MARK SIGN',
  '★': 'BLACK STAR',
  '☆': 'WHITE STAR',
  '☃': 'SNOWMAN',
  '☕': 'HOT BEVERAGE',
  '♠': 'BLACK SPADE SUIT',
  '♥': 'BLACK HEART SUIT',
  '✓': 'CHECK MARK',
  '✔': 'HEAVY CHECK MARK',
  '✗': 'BALLOT X',
  '❤': 'HEAVY BLACK HEART',
  '😀': 'GRINNING FACE',
  '🐍': 'SNAKE',
  '🎉': 'PARTY POPPER',
  '🚀': 'ROCKET',
  '👍': 'THUMBS UP SIGN',
  '🔥': 'FIRE',
  '✨': 'SPARKLES',
};

function systematicNames(): Map<string, string> {
  const names = new Map<string, string>(Object.entries(OTHERS));
  for (const [first, run] of Object.entries(runs))
    for (const [index, name] of run.split('|').entries())
      if (name !== '') names.set(String.fromCharCode(Number.parseInt(first, 16) + index), name);
  for (const [index, name] of ASCII_SIGNS.entries()) names.set(String.fromCharCode(32 + index), name);
  for (const [index, name] of DIGITS.entries()) names.set(String(index), `DIGIT ${name}`);
  for (let i = 0; i < 26; i++) {
    names.set(String.fromCharCode(65 + i), `LATIN CAPITAL LETTER ${String.fromCharCode(65 + i)}`);
    names.set(String.fromCharCode(97 + i), `LATIN SMALL LETTER ${String.fromCharCode(65 + i)}`);
  }
  GREEK.forEach((name, index) => {
    names.set(String.fromCharCode(0x3b1 + index), `GREEK SMALL LETTER ${name.replace('_', ' ')}`);
    if (index !== 17) names.set(String.fromCharCode(0x391 + index), `GREEK CAPITAL LETTER ${name}`);
  });
  for (let point = 0xc0; point < 0x180; point++) {
    const character = String.fromCharCode(point);
    const [letter, accent, ...more] = character.normalize('NFD');
    const base = names.get(letter ?? '');
    const accentName = ACCENTS[accent ?? ''];
    if (base !== undefined && accentName !== undefined && more.length === 0)
      names.set(character, `${base} WITH ${accentName}`);
  }
  return names;
}

let byCharacter: Map<string, string> | null = null;
let byName: Map<string, string> | null = null;

/** The name of a character; undefined when it is not known here. */
export function characterName(character: string): string | undefined {
  const point = character.codePointAt(0) ?? 0;
  if ((point >= 0x4e00 && point <= 0x9fff) || (point >= 0x3400 && point <= 0x4dbf))
    return `CJK UNIFIED IDEOGRAPH-${point.toString(16).toUpperCase()}`;
  byCharacter ??= systematicNames();
  return byCharacter.get(character);
}

/** The character of a name, in any case; undefined when it is not known here. */
export function characterNamed(name: string): string | undefined {
  byCharacter ??= systematicNames();
  byName ??= new Map([...byCharacter].map(([character, known]) => [known, character]));
  const wanted = name.toUpperCase();
  const ideograph = /^CJK UNIFIED IDEOGRAPH-([0-9A-F]{4,5})$/.exec(wanted)?.[1];
  return ideograph === undefined ? byName.get(wanted) : String.fromCodePoint(Number.parseInt(ideograph, 16));
}

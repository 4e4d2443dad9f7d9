/**
 * Text out of a grammar and a list of numbers: every number chooses one alternative of one rule. Where the numbers end, the
 * first alternative is taken, so that shorter lists and smaller numbers make simpler programs: that is how failures shrink.
 */

/** Rules by name; each alternative is text in which `<name>` stands for a rule. */
export type Grammar = Readonly<Record<string, readonly string[]>>;

/** Text, or a rule to expand; lines after the first of what it becomes are indented like the line it stands in. */
type Part = string | { readonly rule: string; readonly indent: string };

interface Alternative {
  readonly parts: readonly Part[];
  /** How deep the shallowest expansion is. */
  readonly height: number;
}

/**
 * Reads a grammar. A line `name:` opens a rule, `  - ` an alternative of it; lines that follow with four more spaces
 * belong to that alternative; ` ;; ` ends one and begins the next, and a `~` alone is the empty text.
 */
export function readGrammar(text: string): Grammar {
  const rules: Record<string, string[]> = {};
  let rule: string[] = [];
  for (const line of text.split('\n')) {
    const opened = /^(\w+):$/.exec(line);
    if (opened?.[1] !== undefined) {
      rule = [];
      rules[opened[1]] = rule;
    } else if (line.startsWith('  - ')) {
      rule.push(...line.slice(4).split(' ;; '));
    } else if (line.startsWith('    ')) {
      const [first, ...more] = line.slice(4).split(' ;; ');
      rule.push(`${rule.pop()}\n${first}`, ...more);
    } else if (line.trim() !== '') {
      throw new Error(`Not a line of a grammar: ${line}`);
    }
  }
  return Object.fromEntries(
    Object.entries(rules).map(([name, texts]) => [name, texts.map((one) => (one === '~' ? '' : one))]),
  );
}

export class Expander {
  readonly #rules: ReadonlyMap<string, readonly Alternative[]>;

  constructor(grammar: Grammar) {
    this.#rules = measure(grammar);
  }

  /** @param depth How many rules may stand inside one another. */
  expand(rule: string, numbers: readonly number[], depth: number): string {
    let used = 0;
    const expandRule = (name: string, left: number): string => {
      const all = this.#rules.get(name) ?? [];
      const possible = all.filter(({ height }) => height <= left);
      const usable = possible.length > 0 ? possible : shallowest(all);
      const number = numbers[used] ?? 0;
      if (usable.length > 1) used += 1;
      const chosen = usable[number % usable.length];
      if (chosen === undefined) throw new Error(`The rule ${name} has no alternative.`);
      return chosen.parts.map((part) => (typeof part === 'string' ? part : expandPart(part, left))).join('');
    };
    const expandPart = (part: Exclude<Part, string>, left: number) =>
      expandRule(part.rule, left - 1).replaceAll('\n', `\n${part.indent}`);
    return expandRule(rule, depth);
  }
}

function measure(grammar: Grammar): ReadonlyMap<string, readonly Alternative[]> {
  const parsed = new Map(Object.entries(grammar).map(([name, texts]) => [name, texts.map(parse)]));
  const heights = new Map<string, number>();
  const heightOf = (parts: readonly Part[]): number =>
    Math.max(0, ...parts.map((part) => (typeof part === 'string' ? 0 : (heights.get(part.rule) ?? Infinity)))) + 1;
  for (let changed = true; changed; ) {
    changed = false;
    for (const [name, alternatives] of parsed) {
      const height = Math.min(...alternatives.map(heightOf));
      if (height < (heights.get(name) ?? Infinity)) {
        heights.set(name, height);
        changed = true;
      }
    }
  }
  const endless = [...parsed].flatMap(([name, all]) =>
    all.every((parts) => heightOf(parts) === Infinity) ? [name] : [],
  );
  const unknown = [...parsed.values()].flat(2).filter((part) => typeof part !== 'string' && !parsed.has(part.rule));
  if (endless.length + unknown.length > 0) throw new Error(`Rules without end: ${endless} ${JSON.stringify(unknown)}`);
  return new Map(
    [...parsed].map(([name, all]) => [name, all.map((parts) => ({ parts, height: heightOf(parts) }))] as const),
  );
}

function parse(text: string): readonly Part[] {
  return text.split('\n').flatMap((line, at) => {
    const indent = /^ */.exec(line)?.[0] ?? '';
    const pieces = line.split(/<([a-z]\w*)>/);
    const parts = pieces.map((piece, index): Part => (index % 2 === 1 ? { rule: piece, indent } : piece));
    return at === 0 ? parts : ['\n', ...parts];
  });
}

function shallowest(alternatives: readonly Alternative[]): readonly Alternative[] {
  const least = Math.min(...alternatives.map(({ height }) => height));
  return alternatives.filter(({ height }) => height === least);
}

/** A command line of a Procfile that needs no shell: words, quotes, `$NAME`, and `NAME=value` before them. */

export interface SimpleCommand {
  /** Added to its environment. */
  readonly assigned: ReadonlyMap<string, string>;
  readonly argv: readonly string[];
}

const WORD = /\s*((?:[^\s"'\\$`;&|<>()*?[\]{}~#!]|"[^"\\`]*"|'[^']*'|\$\w+|\$\{\w+\})+)/y;
const PIECE = /"([^"]*)"|'([^']*)'|\$(?:(\w+)|\{(\w+)\})/g;
const ASSIGNMENT = /^([A-Za-z_]\w*)=(.*)$/s;

/** Null: it has something that only a shell understands. */
export function simpleCommand(text: string, environment: ReadonlyMap<string, string>): SimpleCommand | null {
  const words: string[] = [];
  let end = 0;
  WORD.lastIndex = 0;
  for (let found = WORD.exec(text); found !== null; found = WORD.exec(text)) {
    end = WORD.lastIndex;
    words.push(found[1] ?? '');
  }
  if (text.slice(end).trim() !== '') return null;
  const assigned = new Map<string, string>();
  const argv: string[] = [];
  for (const word of words) {
    const [, name, value] = argv.length === 0 ? (ASSIGNMENT.exec(word) ?? []) : [];
    if (name !== undefined && value !== undefined) assigned.set(name, expanded(value, environment));
    else if (argv.length > 0 || word !== 'exec') argv.push(expanded(word, environment));
  }
  return argv.length > 0 ? { assigned, argv } : null;
}

/** Without its quotes. DIVERGES: a variable's value is one word, whatever spaces it has. */
function expanded(word: string, environment: ReadonlyMap<string, string>): string {
  return word.replaceAll(PIECE, (_all, double?: string, single?: string, bare?: string, braced?: string) => {
    if (double !== undefined) return double.replaceAll(PIECE, (all, ...parts) => variable(environment, parts) ?? all);
    return single ?? variable(environment, [undefined, undefined, bare, braced]) ?? '';
  });
}

function variable(environment: ReadonlyMap<string, string>, parts: readonly unknown[]): string | null {
  const name = parts[2] ?? parts[3];
  return typeof name === 'string' ? (environment.get(name) ?? '') : null;
}

/** The character of `\N{…}`. The table of names is large and seldom needed: it comes with the module `unicodedata`, a late one. */
import { ModuleNeeded } from '../vm/module-needed.ts';

/** Undefined: the name is not known. */
type Find = (name: string) => string | undefined;

let find: Find | null = null;

export function setCharacterNames(known: Find): void {
  find = known;
}

export function characterNamed(name: string): string | undefined {
  if (find === null) throw new ModuleNeeded('unicodedata');
  return find(name);
}

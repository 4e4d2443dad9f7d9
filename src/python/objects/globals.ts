/** The globals of a module as code reads them: by name, again and again. */
import type { Attributes, Value } from './value.ts';

/** The value of one name in a Globals, kept up to date: what LOAD_GLOBAL reads. */
export interface GlobalCell {
  /** Undefined while the name is not defined there. */
  value: Value | undefined;
  /** The same name among the built-ins, where it is looked for next. */
  builtin: GlobalCell | null;
}

/** A module's globals: attributes of which some have a cell, because code that was executed asked for them by name. */
export class Globals extends Map<string, Value> {
  private readonly cells: Map<string, GlobalCell> = new Map();

  override set(name: string, value: Value): this {
    const cell = this.cells.get(name);
    if (cell !== undefined) cell.value = value;
    return super.set(name, value);
  }

  override delete(name: string): boolean {
    const cell = this.cells.get(name);
    if (cell !== undefined) cell.value = undefined;
    return super.delete(name);
  }

  override clear(): void {
    for (const cell of this.cells.values()) cell.value = undefined;
    super.clear();
  }

  cell(name: string, builtins: Attributes | null): GlobalCell {
    const known = this.cells.get(name);
    if (known !== undefined) return known;
    const builtin = builtins instanceof Globals && builtins !== this ? builtins.cell(name, null) : null;
    const made: GlobalCell = { value: this.get(name), builtin };
    this.cells.set(name, made);
    return made;
  }
}

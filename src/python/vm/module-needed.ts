/** Thrown out of a run that needs something that is not loaded yet. The run is made again, from the beginning, when it is. */
export class ModuleNeeded {
  /** A module of Lib whose source has not been fetched, or one in TypeScript whose code has not. */
  readonly module: string;
  constructor(module: string) {
    this.module = module;
  }
}

/** Thrown out of a run that needs something that is not loaded yet. The run is made again, from the beginning, when it is. */
export class ModuleNeeded {
  /** One in TypeScript whose code has not been loaded. */
  readonly module: string;
  constructor(module: string) {
    this.module = module;
  }
}

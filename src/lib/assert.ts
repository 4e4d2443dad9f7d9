/** Our own mistakes: what must hold, whatever a program or a link says. A failure ends the run as `crashed`. */

export class AssertionFailure extends Error {
  override name = 'AssertionFailure';
}

/** `message` says what should have been true. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new AssertionFailure(message);
}

/** Ends an exhaustive `switch`: does not compile while a member of the union is left over. */
export function assertNever(value: never): never {
  throw new AssertionFailure(`no case for ${describe(value)}`);
}

function describe(value: unknown): string {
  return typeof value === 'object' ? (JSON.stringify(value) ?? 'undefined') : String(value);
}

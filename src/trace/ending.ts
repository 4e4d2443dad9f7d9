/** How a run ended: always a value with a name, never an exception. */

export interface SourceRange {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 0-based code points; -1 unknown. */
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A mistake in the user's program found before it ran, or an unsupported feature: one plain sentence at its place. */
export interface Diagnostic extends SourceRange {
  /** `SyntaxError`, `IndentationError`, `TabError`, `Unsupported`. */
  readonly type: string;
  readonly message: string;
}

export type LimitName = 'instructions' | 'events' | 'virtual time' | 'memory' | 'output' | 'wall time' | 'nesting';

export type Ending =
  /** The main module ran to its end, or `sys.exit` was called. */
  | { readonly kind: 'completed'; readonly exitCode: number }
  /** An exception nobody caught; `exception` is the traceback's last line. */
  | {
      readonly kind: 'raised';
      readonly exitCode: number;
      readonly exception: string;
      readonly range: SourceRange | null;
    }
  /** Nothing can ever happen again; the sentence names the cycle or the missing waker. `tasks`: trace ids of the tasks that wait. */
  | { readonly kind: 'deadlock'; readonly sentence: string; readonly tasks: readonly number[] }
  | { readonly kind: 'limit'; readonly limit: LimitName; readonly sentence: string; readonly range: SourceRange | null }
  | { readonly kind: 'rejected'; readonly diagnostics: readonly Diagnostic[] }
  /** The user pressed Stop. */
  | { readonly kind: 'stopped' }
  /** Our mistake. */
  | { readonly kind: 'crashed'; readonly message: string };

/** A file that the reader has chosen or dropped: a scenario, or a program in Python. It is opened and not run. */
import { readScenarioFile } from '../scenario/file.ts';
import { LIMITS } from '../scenario/limits.ts';
import { type Problem, problem } from '../scenario/problem.ts';
import { type Scenario, scenarioOf } from '../scenario/scenario.ts';

export type OpenedFile =
  /** `isOwn`: nothing but a program; else somebody has made a scenario of it. */
  { readonly ok: true; readonly scenario: Scenario; readonly isOwn: boolean } | Problem;

export async function openedFile(file: Pick<File, 'name' | 'size' | 'text'>): Promise<OpenedFile> {
  // Not read at all: it may be a film.
  if (file.size > LIMITS.jsonBytesMax) return problem('TOO_BIG');
  const text = await file.text();
  if (/\.pyw?$/i.test(file.name)) {
    return { ok: true, scenario: { ...scenarioOf(text), title: file.name.slice(-LIMITS.titleLengthMax) }, isOwn: true };
  }
  const read = readScenarioFile(text);
  return read.ok ? { ...read, isOwn: false } : read;
}

/**
 * A link is for ever. Versions 2 to 4 only add to what there was, so `readScenario` reads all four, and both tables are empty. When
 * a version changes what is there: freeze the present `readScenario` and `shortForm` as the schema of the versions before it,
 * and add the step to it.
 */
import type { Json } from './json.ts';
import type { Problem } from './problem.ts';
import { type Read, readScenario } from './schema.ts';

export const CURRENT_VERSION = 4;

/** `steps[n]` turns the short form of version n - 1 into that of version n. */
export type Steps = Readonly<Record<number, (old: Json) => Json>>;
/** `schemas[n]` checks the short form of past version n and copies it, field by field. */
export type Schemas = Readonly<Record<number, (json: unknown) => { readonly ok: true; readonly json: Json } | Problem>>;

const UPGRADERS: Steps = {};
const PAST_SCHEMAS: Schemas = {};

/** `version` is between 1 and the current one. */
export function readVersion(json: unknown, version: number): Read {
  const schema = PAST_SCHEMAS[version];
  if (schema === undefined) return readScenario(json, version);
  const checked = schema(json);
  if (!checked.ok) return checked;
  return readScenario(upgrade(checked.json, version, CURRENT_VERSION, UPGRADERS), CURRENT_VERSION);
}

/** Runs the steps `from + 1` to `to`, each once. */
export function upgrade(old: Json, from: number, to: number, steps: Steps): Json {
  let json = old;
  for (let version = from + 1; version <= to; version++) json = steps[version]?.(json) ?? json;
  return json;
}

/**
 * A link is for ever. When version 2 of the short form comes: freeze the present `readScenario`
 * and `shortForm` as the schema of version 1, and add the step from 1 to 2. Both tables are
 * empty while there is only one version.
 */
import type { Json } from './json.ts';
import type { Problem } from './problem.ts';
import { type Read, readScenario } from './schema.ts';

export const CURRENT_VERSION = 1;

/** `steps[n]` turns the short form of version n - 1 into that of version n. */
export type Steps = Readonly<Record<number, (old: Json) => Json>>;
/** `schemas[n]` checks the short form of past version n and copies it, field by field. */
export type Schemas = Readonly<Record<number, (json: unknown) => { readonly ok: true; readonly json: Json } | Problem>>;

const UPGRADERS: Steps = {};
const PAST_SCHEMAS: Schemas = {};

/** `version` is between 1 and the current one. */
export function readVersion(json: unknown, version: number): Read {
  const schema = PAST_SCHEMAS[version];
  if (schema === undefined) return readScenario(json);
  const checked = schema(json);
  return checked.ok ? readScenario(upgrade(checked.json, version, CURRENT_VERSION, UPGRADERS)) : checked;
}

/** Runs the steps `from + 1` to `to`, each once. */
export function upgrade(old: Json, from: number, to: number, steps: Steps): Json {
  let json = old;
  for (let version = from + 1; version <= to; version++) json = steps[version]?.(json) ?? json;
  return json;
}

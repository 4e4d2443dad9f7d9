/**
 * `scenario.loop.json`: the same JSON as in a link, readable and with its version inside. For
 * scenarios too long for a link, and for proposing one to the gallery. It is checked as a link is.
 */

import { member, rootField } from './fields.ts';
import { parseJson, prettyJson } from './json.ts';
import { LIMITS } from './limits.ts';
import { newerProblem, type Problem, problem, schemaProblem } from './problem.ts';
import type { Scenario } from './scenario.ts';
import { type Read, readScenario, shortForm, versionFor } from './schema.ts';
import { CURRENT_VERSION, readVersion } from './upgraders.ts';

export const FILE_EXTENSION = '.loop.json';

export type WrittenFile = { readonly ok: true; readonly text: string } | Problem;

export function writeScenarioFile(scenario: Scenario): WrittenFile {
  const short = shortForm(scenario);
  const version = versionFor(scenario);
  const check = readScenario(short, version);
  if (!check.ok) return check;
  const text = prettyJson({ ...short, v: version });
  return isTooBig(text) ? problem('TOO_BIG') : { ok: true, text };
}

export function readScenarioFile(text: string): Read {
  if (isTooBig(text)) return problem('TOO_BIG');
  // Some editors put a byte order mark first.
  const parsed = parseJson(text.replace(/^\ufeff/, ''));
  if (parsed.kind === 'too big') return problem('TOO_BIG');
  if (parsed.kind === 'not JSON') return problem('JSON');
  const root = rootField(parsed.value);
  const { value: version = CURRENT_VERSION } = member(root, 'v');
  if (root.faults.length > 0) return schemaProblem('');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return schemaProblem('v');
  return version > CURRENT_VERSION ? newerProblem(version) : readVersion(parsed.value, version);
}

function isTooBig(text: string): boolean {
  return text.length > LIMITS.jsonBytesMax || new TextEncoder().encode(text).length > LIMITS.jsonBytesMax;
}

/** What a terminal asks to be run: a Python file, a folder, or a scenario as the page downloads it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FILE_EXTENSION, readScenarioFile } from '../../scenario/file.ts';
import { readNetworkFile } from '../../scenario/network.ts';
import { PROCFILE } from '../../scenario/procfile.ts';
import type { HeadlessInit } from '../headless.ts';

/** Of a folder. Its fields are those of `lib/network-plan.ts`. */
const NETWORK = 'network.json';

export type WhatToRun = Pick<HeadlessInit, 'files' | 'seed' | 'formation' | 'network' | 'interventions' | 'choices'>;

/** A text says why there is nothing to run. */
export function readWhatToRun(path: string): WhatToRun | string {
  if (!existsSync(path)) return `${path}: no Python file here`;
  if (statSync(path).isDirectory()) return ofFolder(path);
  const text = readFileSync(path, 'utf8');
  return path.endsWith(FILE_EXTENSION) ? ofScenario(path, text) : { files: { [basename(path)]: text } };
}

/** All that its run depends on. */
function ofScenario(path: string, text: string): WhatToRun | string {
  const read = readScenarioFile(text);
  if (!read.ok) return `${path}: ${read.sentence}`;
  const { files, interventions, settings } = read.scenario;
  return { ...settings, interventions, files: Object.fromEntries(files.map((file) => [file.name, file.text])) };
}

/** What belongs to a program besides Python: its Procfile with its variables, and what a website shows. */
const BESIDE = /^Procfile$|^\.env$|\.html$|(^|\/)(templates|static)\/.*\.(txt|css|js|json|xml|svg)$/;

/** Its Python files keep their paths, and what belongs to them comes along. */
function ofFolder(path: string): WhatToRun | string {
  const files: Record<string, string> = {};
  for (const found of readdirSync(path, { recursive: true }) as string[]) {
    const name = found.replaceAll('\\', '/');
    if (name.endsWith('.py') || BESIDE.test(name)) files[name] = readFileSync(join(path, found), 'utf8');
  }
  if (!('main.py' in files || PROCFILE in files || Object.keys(files).length === 1))
    return `${path}: no Python file here`;
  const plan = join(path, NETWORK);
  if (!existsSync(plan)) return { files };
  const read = readNetworkFile(readFileSync(plan, 'utf8'));
  return read.ok ? { files, network: read.network } : `${plan}: ${read.sentence}`;
}

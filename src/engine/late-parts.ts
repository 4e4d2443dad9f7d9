/**
 * What most programs never need, and the page therefore loads only before a run that does: modules written in TypeScript,
 * the simulated network, processes, interventions. A run that needs one unannounced ends with ModuleNeeded and is made again.
 */
import { assert } from '../lib/assert.ts';
import { addLateModule, lateModules, loadLateModules } from '../python/modules/late-modules.ts';
import { ModuleNeeded } from '../python/vm/module-needed.ts';
import type { Network, NetworkInit } from '../sim/net/network.ts';
import type { Interventions, InterventionsInit } from './interventions.ts';
import type { launch } from './processes.ts';
import type { supervisorOf } from './supervisor.ts';

/** The modules that stand for the two: whoever imports them needs these. */
const NETWORK = '_socket';
const PROCESSES = '_posixsubprocess';

addLateModule('_amqp', async () => (await import('../celery/amqp-module.ts')).amqpModule);
addLateModule('_channels', async () => (await import('../channels/module.ts')).channelsModule);
addLateModule('_kombu', async () => (await import('../celery/kombu-module.ts')).kombuModule);

let networkType: typeof Network | null = null;
let launcher: typeof launch | null = null;
let supervisor: typeof supervisorOf | null = null;
let interventionsType: typeof Interventions | null = null;

/** Of some modules that a run will import, whatever they are, those parts that are not there yet. */
export async function loadParts(modules: readonly string[]): Promise<void> {
  const needsProcesses = modules.includes(PROCESSES);
  // What a process prints comes through a pipe of the network.
  const needsNetwork = needsProcesses || modules.includes(NETWORK);
  await Promise.all([
    loadLateModules(modules),
    needsNetwork ? loadNetwork() : undefined,
    needsProcesses ? loadProcesses() : undefined,
  ]);
}

/** For those that do not run in a page. */
export async function loadAllParts(): Promise<void> {
  await Promise.all([loadParts(lateModules()), loadInterventions()]);
}

/** For a run that has some. */
export async function loadInterventions(): Promise<void> {
  interventionsType ??= (await import('./interventions.ts')).Interventions;
}

async function loadNetwork(): Promise<void> {
  networkType ??= (await import('../sim/net/network.ts')).Network;
}

async function loadProcesses(): Promise<void> {
  launcher ??= (await import('./processes.ts')).launch;
  supervisor ??= (await import('./supervisor.ts')).supervisorOf;
}

export function makeNetwork(init: NetworkInit): Network {
  if (networkType === null) throw new ModuleNeeded(NETWORK);
  return new networkType(init);
}

export const launchProcess: typeof launch = (...args) => {
  if (launcher === null) throw new ModuleNeeded(PROCESSES);
  launcher(...args);
};

export const makeSupervisor: typeof supervisorOf = (...args) => {
  if (supervisor === null) throw new ModuleNeeded(PROCESSES);
  return supervisor(...args);
};

/** They must be loaded. */
export function makeInterventions(init: InterventionsInit): Interventions {
  assert(interventionsType !== null, 'interventions are loaded before a run that has some');
  return new interventionsType(init);
}

/** What programs are made of: found in their text, so that a scenario need not say what it uses. */
import type { ScenarioFile } from '../scenario.ts';

interface ConstructRule {
  readonly id: string;
  /** Stands in a program that uses it. */
  readonly sign: RegExp;
}

const RULES = [
  { id: 'create_task', sign: /\bcreate_task\(|\bensure_future\(/ },
  { id: 'gather', sign: /\bgather\(/ },
  { id: 'TaskGroup', sign: /\bTaskGroup\b/ },
  { id: 'wait, as_completed', sign: /\basyncio\.(wait|as_completed)\(/ },
  { id: 'timeout, wait_for', sign: /\basyncio\.(timeout|timeout_at|wait_for)\(/ },
  { id: 'cancel', sign: /\.cancel\(\)|\bCancelledError\b/ },
  { id: 'Future', sign: /\bcreate_future\(|\basyncio\.Future\b/ },
  { id: 'Lock', sign: /\bLock\(\)/ },
  { id: 'Semaphore', sign: /\bSemaphore\(/ },
  { id: 'Event, Condition', sign: /\basyncio\.(Event|Condition|Barrier)\(/ },
  { id: 'asyncio.Queue', sign: /\basyncio\.(Priority|Lifo)?Queue\(/ },
  { id: 'streams', sign: /\b(open_connection|start_server)\(/ },
  { id: 'threads', sign: /\bto_thread\(|\bthreading\.Thread\(|\brun_in_executor\(|\bcall_soon_threadsafe\b/ },
  { id: 'processes', sign: /\bsubprocess\b|\bmultiprocessing\b|\bProcessPoolExecutor\b/ },
  { id: 'group_send, Group', sign: /\bgroup_send\(|\bGroup\(/ },
  { id: 'Channels consumer', sign: /\bchannel_routing\b|WebsocketConsumer\b|\breply_channel\b/ },
  { id: 'delay, apply_async', sign: /\.(delay|apply_async)\(/ },
  { id: 'retry', sign: /\.retry\(|autoretry_for/ },
  { id: 'chain, group, chord', sign: /\b(chain|chord)\(|\bfrom celery import .*\bgroup\b/ },
  { id: 'acks_late', sign: /\backs_late\b/ },
  { id: 'basic_ack, basic_nack', sign: /\bbasic_(ack|nack|reject)\(|\.(ack|nack|reject)\(/ },
  { id: 'Procfile', sign: /(?!)/ },
] as const satisfies readonly ConstructRule[];

export const CONSTRUCTS: readonly string[] = RULES.map(({ id }) => id);

/** Those that stand in the program, in the order of `CONSTRUCTS`. */
export function constructsOf(files: readonly ScenarioFile[]): readonly string[] {
  const text = files
    .filter(({ name }) => name.endsWith('.py'))
    .map((file) => file.text)
    .join('\n');
  const isPresent = ({ id, sign }: ConstructRule) =>
    id === 'Procfile' ? files.some(({ name }) => name === id) : sign.test(text);
  return RULES.filter(isPresent).map(({ id }) => id);
}

/** Which of upstream's mistakes a program wants: named in the environment, `CHANNELS_QUIRKS=fixed-order,broken-eviction`. */
import type { Machine } from '../python/vm/machine.ts';
import { QUIRKS, type Quirks } from './envelope.ts';

export function quirksOf(of: Machine): Quirks {
  const wanted = (of.environment.get('CHANNELS_QUIRKS') ?? '').split(',').map((name) => name.trim());
  return new Set(QUIRKS.filter((quirk) => wanted.includes(quirk)));
}

/** Whether a queue without maxsize grows and grows: filled at one moment and then emptied is no hazard. */
import type { SyncState } from '../../asyncio/probes.ts';
import { machine } from '../../python/vm/machine.ts';

const ITEMS_MIN = 12;
/** New heights at so many different moments. */
const MOMENTS_MIN = 6;

interface Height {
  highest: number;
  moments: number;
  at: number;
  isTakenFrom: boolean;
  isTold: boolean;
}

export class Growth {
  private readonly heights = new Map<number, Height>();

  /** How many items there are, when it is time to tell; 0 otherwise. */
  changed(sync: number, { state, limit, value }: SyncState): number {
    if (limit !== 0 || state !== 'open') return 0;
    let height = this.heights.get(sync);
    if (height === undefined) {
      height = {
        highest: 0,
        moments: 0,
        at: -1,
        isTakenFrom: false,
        isTold: false,
      };
      this.heights.set(sync, height);
    }
    if (value < height.highest) height.isTakenFrom = true;
    if (value <= height.highest || height.isTold) return 0;
    const now = machine.clock.now();
    if (now !== height.at) height.moments++;
    height.at = now;
    height.highest = value;
    if (value < ITEMS_MIN || height.moments < MOMENTS_MIN || !height.isTakenFrom) return 0;
    height.isTold = true;
    return value;
  }
}

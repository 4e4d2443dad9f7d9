/** What a channel's name says of it. Whether a name is allowed is asked in Python, where its error is raised. */
import { crc32 } from '../lib/crc32.ts';

/** Up to and including `!`: the queue that all channels of one process share. Any other name is its own. */
export function nonLocalName(channel: string): string {
  return channel.slice(0, channel.indexOf('!') + 1) || channel;
}

/** Who may read it. */
export function mouthOf(channel: string): 'many' | 'single' | 'owner' {
  if (channel.includes('!')) return 'owner';
  return channel.includes('?') ? 'single' : 'many';
}

/** Shards divide a ring of so many slots. */
const RING = 4096;

/** asgi_redis and channels_redis: consistent_hash. */
export function shardOf(name: string, shards: number): number {
  return Math.floor((crc32(new TextEncoder().encode(name)) & (RING - 1)) / (RING / shards));
}

/** RFC 862: whatever arrives is sent back. */
import type { Channel } from './channel.ts';

export class EchoAgent {
  constructor(channel: Channel) {
    channel.onBytes = (bytes) => {
      if (bytes === null) channel.end();
      else channel.send(bytes);
    };
  }
}

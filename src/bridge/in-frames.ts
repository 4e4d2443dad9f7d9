/** A client whose replies come with the frames of the screen. */
import type { EngineClient } from './client.ts';
import type { Reply } from './protocol.ts';

const FRAME_MS = 16;
/** Of each frame, for taking in what the worker has sent: the rest is for drawing, and for the reader. */
const TAKING_MS = 10;

/**
 * Hands on what the worker sends once a frame, so that a flood of chunks is drawn once and not chunk by chunk; and no more of it
 * than a frame has time for, so that the page stays usable while a worker runs ahead of it.
 */
export function inFrames<Client extends EngineClient>(client: Client): Client {
  let waiting: Reply[] = [];
  return {
    ...client,
    onReply: (listener) => {
      const deliver = () => {
        const until = performance.now() + TAKING_MS;
        let taken = 0;
        for (let isMore = waiting.length > 0; isMore; ) {
          const reply = waiting[taken++];
          isMore = taken < waiting.length && performance.now() < until;
          if (reply !== undefined) listener(reply, isMore);
        }
        waiting = waiting.slice(taken);
        if (waiting.length > 0) setTimeout(deliver, FRAME_MS);
      };
      client.onReply((reply) => {
        // A timer and not an animation frame: a page in the background still takes delivery.
        if (waiting.length === 0) setTimeout(deliver, FRAME_MS);
        waiting.push(reply);
      });
    },
  };
}

/** Speaks HTTP/1.1 for a host: reads requests, thinks for a while, answers in the order of the requests, keeps the connection. */
import type { Ground } from '../ground.ts';
import type { Channel } from './channel.ts';
import { concat, headerOf, type Request, type Response, readRequest, writeChunk, writeResponse } from './http.ts';
import type { Answer, Site } from './sites.ts';
import { acceptKey, WebSocketEcho } from './websocket.ts';

/** Seconds after which a connection without requests is closed. */
const IDLE_SECONDS = 75;

interface AgentInit {
  readonly channel: Channel;
  readonly site: Site;
  readonly ground: Ground;
  readonly scheme: 'http' | 'https';
  /** Breaks the connection instead of answering. */
  readonly resets: (() => void) | null;
}

export class HttpAgent {
  readonly #init: AgentInit;
  #buffer: Uint8Array = new Uint8Array(0);
  #isBusy = false;
  #isOver = false;
  #turn = 0;

  constructor(init: AgentInit) {
    this.#init = init;
    init.channel.onBytes = (bytes) => this.#take(bytes);
    this.#waitIdle();
  }

  #take(bytes: Uint8Array | null): void {
    if (bytes === null) {
      this.#isOver = true;
      return;
    }
    this.#buffer = concat([this.#buffer, bytes]);
    if (!this.#isBusy) this.#next();
  }

  #next(): void {
    const { channel, resets, site, ground } = this.#init;
    const read = readRequest(this.#buffer);
    if (read.kind === 'bad') {
      channel.send(writeResponse({ status: 400, headers: [['Connection', 'close']], body: new Uint8Array(0) }, false));
      this.#end();
      return;
    }
    if (read.kind === 'incomplete') {
      if (/expect: 100-continue\r\n/i.test(new TextDecoder('latin1').decode(this.#buffer)))
        channel.send(new TextEncoder().encode('HTTP/1.1 100 Continue\r\n\r\n'));
      return;
    }
    this.#buffer = this.#buffer.slice(read.used);
    this.#isBusy = true;
    this.#turn++;
    const answer = site.answer(read.request, { chance: ground.chance, scheme: this.#init.scheme });
    this.#after(answer.seconds, () => {
      if (resets === null) this.#answer(read.request, answer);
      else resets();
    });
  }

  #answer(request: Request, { response }: Answer): void {
    const { channel } = this.#init;
    const upgrade = acceptKey(request);
    if (upgrade !== null && response.status === 101) {
      channel.send(
        writeResponse({ ...response, headers: [...response.headers, ['Sec-WebSocket-Accept', upgrade]] }, false),
      );
      const echo = new WebSocketEcho(channel, () => this.#end());
      channel.onBytes = (bytes) => echo.take(bytes);
      echo.take(this.#buffer);
      return;
    }
    const isClosing = headerOf(request.headers, 'Connection')?.toLowerCase() === 'close';
    const headers = [
      ['Date', this.#date()] as const,
      ...response.headers,
      ['Connection', isClosing ? 'close' : 'keep-alive'] as const,
    ];
    channel.send(writeResponse({ ...response, headers }, request.method === 'HEAD'));
    const chunks = request.method === 'HEAD' ? [] : (response.chunks ?? []);
    this.#sendChunks(response, chunks, () => {
      if (isClosing) this.#end();
      this.#isBusy = false;
      if (this.#isOver) return;
      this.#waitIdle();
      this.#next();
    });
  }

  #sendChunks(response: Response, chunks: readonly Uint8Array[], done: () => void): void {
    const { channel } = this.#init;
    const [first, ...rest] = chunks;
    if (response.chunks === undefined) {
      done();
    } else if (first === undefined) {
      channel.send(writeChunk(new Uint8Array(0)));
      done();
    } else {
      channel.send(writeChunk(first));
      this.#after(response.chunkSeconds ?? 0, () => this.#sendChunks(response, rest, done));
    }
  }

  #waitIdle(): void {
    const turn = this.#turn;
    this.#after(IDLE_SECONDS, () => {
      if (this.#turn === turn) this.#end();
    });
  }

  #end(): void {
    this.#isOver = true;
    this.#init.channel.end();
  }

  #after(seconds: number, action: () => void): void {
    const { agenda } = this.#init.ground;
    agenda.at(agenda.now() + seconds, () => {
      if (!this.#isOver) action();
    });
  }

  /** A host's calendar is a fixed day, on which the run begins at noon. */
  #date(): string {
    const seconds = 43_200 + Math.floor(this.#init.ground.agenda.now());
    const parts = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
    return `Thu, 01 Jan 2026 ${parts.map((part) => String(part).padStart(2, '0')).join(':')} GMT`;
  }
}

/** A client's connection with the broker: its channels by number. What goes wrong ends the channel, or all of it. */
import { Channel, type ServerEvent } from './channel.ts';
import { AmqpError } from './errors.ts';
import type { VirtualHost } from './virtual-host.ts';

export class Connection {
  readonly host: VirtualHost;
  readonly #say: (event: ServerEvent) => void;
  readonly #channels: Map<number, Channel> = new Map();
  #isOpen = true;

  /** `say` is called with everything that the server says of its own accord. */
  constructor(host: VirtualHost, say: (event: ServerEvent) => void) {
    this.host = host;
    this.#say = say;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Somebody waits for messages here. */
  get isConsuming(): boolean {
    return this.channels().some((channel) => channel.consumers().length > 0);
  }

  channels(): readonly Channel[] {
    return [...this.#channels.values()];
  }

  /** Undefined: it is closed, or was never opened. */
  channel(number: number): Channel | undefined {
    return this.#channels.get(number);
  }

  open(number: number): Channel {
    const channel = new Channel(number, this.host, this.#say);
    this.#channels.set(number, channel);
    return channel;
  }

  closeChannel(number: number, reason = 'channel closed'): void {
    const channel = this.#channels.get(number);
    this.#channels.delete(number);
    channel?.close(reason);
  }

  /** What a client asks and is answered; an AmqpError has ended what it ends before the client hears of it. */
  ask<T>(number: number, action: () => T): T {
    try {
      return action();
    } catch (thrown) {
      if (thrown instanceof AmqpError) this.#end(number, thrown);
      throw thrown;
    }
  }

  /** What a client does without waiting for an answer: it hears later of what is wrong. On a closed channel nothing happens. */
  tell(number: number, action: (channel: Channel) => void): void {
    const channel = this.#channels.get(number);
    if (channel === undefined) return;
    try {
      action(channel);
    } catch (thrown) {
      if (!(thrown instanceof AmqpError)) throw thrown;
      this.#end(number, thrown);
      const { code, endsConnection, text } = thrown;
      this.#say(
        endsConnection
          ? { kind: 'connection closed', code, text }
          : { kind: 'channel closed', channel: number, code, text },
      );
    }
  }

  close(reason = 'connection closed'): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    for (const channel of this.channels()) channel.endConsumers();
    for (const channel of this.channels()) this.closeChannel(channel.number, reason);
    this.host.dropOwned(this);
  }

  /** The server ends: it takes all consumers away before anything comes back. */
  endConsumers(): void {
    for (const channel of this.channels()) channel.endConsumers();
  }

  lose(): void {
    this.close('server stopped');
    this.#say({ kind: 'lost' });
  }

  #end(number: number, error: AmqpError): void {
    if (error.endsConnection) this.close(error.text);
    else this.closeChannel(number, error.text);
  }
}

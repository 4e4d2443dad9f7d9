/** What a scenario can say about its network. Everything that it does not mention is as in the default internet. */

export interface PagePlan {
  /** `/posts/1`; a `*` at the end stands for anything. */
  readonly path: string;
  readonly status: number;
  /** Content-Type; '' leaves it to the body: JSON, HTML or plain text. */
  readonly type: string;
  readonly body: string;
  /** How long the host thinks before it answers. */
  readonly delayMs: number;
  /** The first so many requests for it get 503 instead. */
  readonly failures: number;
}

/** `refuses` connections; is `silent`, so that they time out; `resets` them after the first request; is `unknown` to DNS. */
export const HOST_STATES = ['up', 'refuses', 'silent', 'resets', 'unknown'] as const;
export type HostState = (typeof HOST_STATES)[number];

/** `localhost` stands for the way between two sockets of the simulated computer itself: none, as long as it is not mentioned. */
export interface HostPlan {
  readonly name: string;
  readonly state: HostState;
  /** One way; null: as by default. */
  readonly latencyMs: number | null;
  readonly pages: readonly PagePlan[];
}

export interface NetworkPlan {
  /** One way, for hosts that do not say; null: each host has its own, 10 to 60 ms. */
  readonly latencyMs: number | null;
  /** Added at most, drawn for each message. */
  readonly jitterMs: number;
  /** Kilobytes a second; 0: no limit. */
  readonly bandwidth: number;
  /** 0 to 1. */
  readonly loss: number;
  readonly hosts: readonly HostPlan[];
}

export const DEFAULT_NETWORK: NetworkPlan = { latencyMs: null, jitterMs: 4, bandwidth: 1250, loss: 0, hosts: [] };

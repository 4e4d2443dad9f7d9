/** One computer out there: how far it is, what it does with connections, and who speaks for it when one is open. */

import type { HostPlan, NetworkPlan } from '../../lib/network-plan.ts';
import { Prng } from '../../lib/prng.ts';
import { type Ground, type Path, travelSeconds } from './ground.ts';
import type { StreamSocket } from './stream-socket.ts';
import type { RemoteHost } from './switchboard.ts';
import { HttpAgent } from './web/agent.ts';
import { EchoAgent } from './web/echo.ts';
import { type Site, siteOf } from './web/sites.ts';
import { plainChannel, TlsServer } from './web/tls.ts';

/** Ports on which hosts of the default internet speak HTTP, HTTP over TLS, or give back what they get. */
const HTTP_PORTS: readonly number[] = [80, 8000, 8080];
const TLS_PORTS: readonly number[] = [443, 8443];
const ECHO_PORT = 7;
/** Milliseconds, one way, of a host that does not say: at least, and how many more at most. */
const LATENCY_MS = { least: 10, more: 50 };

/** `latencyMs`: one way; the rest is the same for all hosts of a network. */
export function pathOf({ bandwidth, jitterMs, loss }: NetworkPlan, latencyMs: number): Path {
  return {
    latency: latencyMs / 1000,
    jitter: jitterMs / 1000,
    bandwidth: bandwidth === 0 ? Number.POSITIVE_INFINITY : bandwidth * 1000,
    loss,
  };
}

export class Host implements RemoteHost {
  readonly name: string;
  readonly path: Path;
  readonly #ground: Ground;
  readonly #plan: HostPlan | null;
  readonly #site: Site;

  constructor(ground: Ground, name: string, network: NetworkPlan, plan: HostPlan | null) {
    const chance = ground.chance.fork(`host ${name}`);
    this.name = name;
    this.#ground = { ...ground, chance };
    this.#plan = plan;
    this.#site = siteOf(name, plan);
    const own = LATENCY_MS.least + new Prng(0).fork(`distance of ${name}`).below(LATENCY_MS.more);
    this.path = pathOf(network, plan?.latencyMs ?? network.latencyMs ?? own);
  }

  answerSeconds(port: number): number | null {
    if (this.#plan?.state === 'silent' || !this.#isOpen(port)) {
      // A closed port of a host that is there is refused; behind most firewalls nothing comes back.
      if (this.#plan?.state === 'silent') return null;
    }
    const { chance } = this.#ground;
    return travelSeconds(this.path, chance) + travelSeconds(this.path, chance);
  }

  refuses(port: number): boolean {
    return this.#plan?.state === 'refuses' || !this.#isOpen(port);
  }

  serve(port: number, socket: StreamSocket): void {
    if (port === ECHO_PORT) {
      new EchoAgent(plainChannel(socket));
      return;
    }
    const isTls = TLS_PORTS.includes(port);
    const channel = isTls ? new TlsServer(plainChannel(socket), this.name) : plainChannel(socket);
    const init = { channel, site: this.#site, ground: this.#ground, scheme: isTls ? 'https' : 'http' } as const;
    new HttpAgent({ ...init, resets: this.#plan?.state === 'resets' ? () => socket.abort() : null });
  }

  #isOpen(port: number): boolean {
    return HTTP_PORTS.includes(port) || TLS_PORTS.includes(port) || port === ECHO_PORT;
  }
}

/** How wide the columns are: clients, protocol servers, the layer, workers. The layer has what the others leave. */
import type { Cast } from './queue-roles.ts';

export interface Column {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Columns {
  /** They stand one below the other. */
  readonly isStacked: boolean;
  readonly clients: Column;
  readonly servers: Column;
  readonly layer: Column;
  readonly workers: Column;
}

/** Below this width there is no room for columns. */
export const STACKED_BELOW = 700;
const EDGE = 20;
const EDGE_NARROW = 12;
/** A pipe that is longer says no more. */
const LAYER_MAX = 720;
/** What exchanges may take besides. */
const EXCHANGES = 300;

/** `hasWindows`: consumers show how much they may have in hand, which takes room; `hasExchanges`: these stand left of the queues. */
export interface Wants {
  readonly hasWindows: boolean;
  readonly hasExchanges: boolean;
}

export function columnsOf({ clients, servers, workers }: Cast, width: number, wants: Wants): Columns {
  if (width < STACKED_BELOW) {
    const all = { x: EDGE_NARROW, y: 0, width: Math.max(200, width - 2 * EDGE_NARROW) };
    return { isStacked: true, clients: all, servers: all, layer: all, workers: all };
  }
  const full = width - 2 * EDGE;
  const gap = clamp(full * 0.055, 36, 96);
  const widths = {
    clients: clients.length === 0 ? 0 : clamp(full * 0.125, 104, 190),
    servers: servers.length === 0 ? 0 : clamp(full * 0.14, 118, 210),
    workers: workers.length === 0 ? 0 : wants.hasWindows ? clamp(full * 0.25, 176, 330) : clamp(full * 0.18, 150, 270),
  };
  const sides = Object.values(widths).filter((each) => each > 0);
  const rest = full - sides.reduce((sum, each) => sum + each, 0) - sides.length * gap;
  const layerWidth = Math.min(wants.hasExchanges ? LAYER_MAX + EXCHANGES : LAYER_MAX, rest);
  // What the layer does not need goes between the columns.
  const between = sides.length === 0 ? 0 : gap + (rest - layerWidth) / sides.length;
  const after = (x: number, own: number): number => (own === 0 ? x : x + own + between);
  const serversX = after(EDGE, widths.clients);
  const layerX = after(serversX, widths.servers);
  const workersX = layerX + layerWidth + between;
  return {
    isStacked: false,
    clients: { x: EDGE, y: 0, width: widths.clients },
    servers: { x: serversX, y: 0, width: widths.servers },
    layer: { x: layerX, y: 0, width: layerWidth },
    workers: { x: workersX, y: 0, width: widths.workers },
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(most, value)));
}

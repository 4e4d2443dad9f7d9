/** Takes away from the worker what a program must never reach, should it ever find a way out of the VM: network and storage. */
const FORBIDDEN = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'importScripts',
  'indexedDB',
  'caches',
  'BroadcastChannel',
  'Worker',
  'SharedWorker',
  'RTCPeerConnection',
] as const;

export function lockDown(scope: object): void {
  for (const name of FORBIDDEN) remove(scope, name);
  const navigator: unknown = Reflect.get(scope, 'navigator');
  if (typeof navigator === 'object' && navigator !== null)
    for (const name of ['sendBeacon', 'storage', 'serviceWorker']) remove(navigator, name);
}

/** Off the object itself and off whatever prototype carries it. */
function remove(from: object, name: string): void {
  for (let owner: object | null = from; owner !== null; owner = Object.getPrototypeOf(owner) as object | null) {
    if (Object.hasOwn(owner, name) && !Reflect.deleteProperty(owner, name))
      Object.defineProperty(owner, name, { value: undefined });
  }
}

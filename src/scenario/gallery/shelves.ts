/** Where the scenarios stand in the gallery, in the order in which the shelves are shown. */
export const SHELVES = [
  { id: 'coroutines', world: 'asyncio', says: 'Coroutines and await' },
  { id: 'tasks', world: 'asyncio', says: 'Tasks and futures' },
  { id: 'cancelling', world: 'asyncio', says: 'Cancelling and time limits' },
  { id: 'blocking', world: 'asyncio', says: 'What stops the loop' },
  { id: 'sharing', world: 'asyncio', says: 'Locks, queues and races' },
  { id: 'network', world: 'asyncio', says: 'Servers and clients' },
  { id: 'threads', world: 'asyncio', says: 'Threads and processes' },
  { id: 'channels', world: 'channels', says: 'Requests and workers' },
  { id: 'sockets', world: 'channels', says: 'Sockets and groups' },
  { id: 'celery', world: 'celery', says: 'Tasks, results, canvases' },
  { id: 'delivery', world: 'celery', says: 'Brokers and what they promise' },
] as const;

export type ShelfId = (typeof SHELVES)[number]['id'];

/** The three worlds that the gallery is about. */
export const WORLDS = [
  { id: 'asyncio', says: 'asyncio' },
  { id: 'channels', says: 'Channels' },
  { id: 'celery', says: 'Celery and brokers' },
] as const;

export type WorldId = (typeof WORLDS)[number]['id'];

/** Good ones to begin with. */
export const FIRST_CHOICES: readonly string[] = [
  'coroutine-does-nothing',
  'await-is-not-start',
  'check-then-act',
  'five-stations',
  'group-room',
  'celery-first-steps',
];

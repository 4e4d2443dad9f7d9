/** What people often believe at first; a scenario names those that it shows to be wrong. */
export const MISCONCEPTIONS = [
  { id: 'M1', says: 'await starts something that then runs at the same time.' },
  { id: 'M2', says: 'Calling a coroutine runs it.' },
  { id: 'M3', says: 'Every await gives control to the loop.' },
  { id: 'M4', says: 'async makes blocking code non-blocking.' },
  { id: 'M5', says: 'Tasks run in parallel threads.' },
  { id: 'M6', says: 'gather gives its results in the order of finishing.' },
  { id: 'M7', says: 'cancel stops a task at once.' },
  { id: 'M8', says: 'Code in a single thread has no races.' },
  { id: 'M9', says: 'group_send is synchronous, persistent, or reaches the sender last.' },
  { id: 'M10', says: 'There is one consumer instance for each group.' },
  { id: 'M11', says: 'A Celery task runs exactly once, and a retry keeps its local state.' },
  { id: 'M12', says: 'Prefetching is harmless.' },
  { id: 'M13', says: 'delay() returns the result.' },
  { id: 'M14', says: 'The body of a chord runs when its last task starts.' },
] as const;

export type MisconceptionId = (typeof MISCONCEPTIONS)[number]['id'];

/** The gallery, in the order in which it is shown. The first is what the bare address opens. */

import { SCENARIO as awaitChain } from './await-chain/scenario.ts';
import { SCENARIO as awaitIsNotStart } from './await-is-not-start/scenario.ts';
import { SCENARIO as blocking } from './blocking/scenario.ts';
import { SCENARIO as breakpoints } from './breakpoints/scenario.ts';
import { SCENARIO as checkThenAct } from './check-then-act/scenario.ts';
import { SCENARIO as coroutineDoesNothing } from './coroutine-does-nothing/scenario.ts';
import { SCENARIO as deadlock } from './deadlock/scenario.ts';
import { entryOf, type GalleryEntry } from './entry.ts';
import { SCENARIO as fourEnds } from './four-ends/scenario.ts';
import { SCENARIO as futureAgainstTask } from './future-against-task/scenario.ts';
import { SCENARIO as gatherKeepsOrder } from './gather-keeps-order/scenario.ts';
import { SCENARIO as generatorCoroutine } from './generator-coroutine/scenario.ts';
import { SCENARIO as mustBeScheduled } from './must-be-scheduled/scenario.ts';
import { SCENARIO as nativeCoroutine } from './native-coroutine/scenario.ts';
import { SCENARIO as producerConsumer } from './producer-consumer/scenario.ts';
import { SCENARIO as semaphore } from './semaphore/scenario.ts';
import { SCENARIO as slowCleanUp } from './slow-clean-up/scenario.ts';
import { SCENARIO as taskGroup } from './task-group/scenario.ts';
import { SCENARIO as taskThatRefuses } from './task-that-refuses/scenario.ts';
import { SCENARIO as timeout } from './timeout/scenario.ts';
import { SCENARIO as uncancel } from './uncancel/scenario.ts';
import { SCENARIO as upThreeAwaits } from './up-three-awaits/scenario.ts';
import { SCENARIO as wrapping } from './wrapping/scenario.ts';

export const GALLERY: readonly GalleryEntry[] = [
  entryOf('task-that-refuses', taskThatRefuses),
  entryOf('coroutine-does-nothing', coroutineDoesNothing),
  entryOf('breakpoints', breakpoints),
  entryOf('await-chain', awaitChain),
  entryOf('native-coroutine', nativeCoroutine),
  entryOf('generator-coroutine', generatorCoroutine),
  entryOf('must-be-scheduled', mustBeScheduled),
  entryOf('up-three-awaits', upThreeAwaits),
  entryOf('four-ends', fourEnds),
  entryOf('wrapping', wrapping),
  entryOf('await-is-not-start', awaitIsNotStart),
  entryOf('gather-keeps-order', gatherKeepsOrder),
  entryOf('blocking', blocking),
  entryOf('check-then-act', checkThenAct),
  entryOf('future-against-task', futureAgainstTask),
  entryOf('slow-clean-up', slowCleanUp),
  entryOf('uncancel', uncancel),
  entryOf('timeout', timeout),
  entryOf('task-group', taskGroup),
  entryOf('producer-consumer', producerConsumer),
  entryOf('semaphore', semaphore),
  entryOf('deadlock', deadlock),
];

export function galleryEntry(slug: string): GalleryEntry | undefined {
  return GALLERY.find((entry) => entry.slug === slug);
}

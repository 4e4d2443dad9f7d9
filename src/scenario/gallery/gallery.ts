/** The gallery, in the order in which it is shown. The first is what the bare address opens. */

import { SCENARIO as atTheSameTime } from './at-the-same-time/scenario.ts';
import { SCENARIO as awaitChain } from './await-chain/scenario.ts';
import { SCENARIO as awaitIsNotStart } from './await-is-not-start/scenario.ts';
import { SCENARIO as badFrame } from './bad-frame/scenario.ts';
import { SCENARIO as blocking } from './blocking/scenario.ts';
import { SCENARIO as blockingMended } from './blocking-mended/scenario.ts';
import { SCENARIO as breakpoints } from './breakpoints/scenario.ts';
import { SCENARIO as brokerKilled } from './broker-killed/scenario.ts';
import { SCENARIO as cancelPassedOn } from './cancel-passed-on/scenario.ts';
import { SCENARIO as cancelSwallowed } from './cancel-swallowed/scenario.ts';
import { SCENARIO as canvas } from './canvas/scenario.ts';
import { SCENARIO as celeryFirstSteps } from './celery-first-steps/scenario.ts';
import { SCENARIO as celeryRetry } from './celery-retry/scenario.ts';
import { SCENARIO as chatOfToday } from './chat-of-today/scenario.ts';
import { SCENARIO as checkThenAct } from './check-then-act/scenario.ts';
import { SCENARIO as checkUnderLock } from './check-under-lock/scenario.ts';
import { SCENARIO as childDies } from './child-dies/scenario.ts';
import { SCENARIO as childDiesMended } from './child-dies-mended/scenario.ts';
import { SCENARIO as childWatcher } from './child-watcher/scenario.ts';
import { SCENARIO as childWatcherMended } from './child-watcher-mended/scenario.ts';
import { SCENARIO as chordTooEarly } from './chord-too-early/scenario.ts';
import { SCENARIO as confirmedButLost } from './confirmed-but-lost/scenario.ts';
import { SCENARIO as consumeLater } from './consume-later/scenario.ts';
import { SCENARIO as coroutineDoesNothing } from './coroutine-does-nothing/scenario.ts';
import { SCENARIO as deadLetters } from './dead-letters/scenario.ts';
import { SCENARIO as deadlock } from './deadlock/scenario.ts';
import { SCENARIO as dedicatedWorkers } from './dedicated-workers/scenario.ts';
import { SCENARIO as deniedAtTheDoor } from './denied-at-the-door/scenario.ts';
import { SCENARIO as earlyAck } from './early-ack/scenario.ts';
import { SCENARIO as echoServer } from './echo-server/scenario.ts';
import { entryOf, type GalleryEntry } from './entry.ts';
import { SCENARIO as expiredTwice } from './expired-twice/scenario.ts';
import { SCENARIO as fetchMany } from './fetch-many/scenario.ts';
import { SCENARIO as fifoAndFull } from './fifo-and-full/scenario.ts';
import { SCENARIO as fiveStations } from './five-stations/scenario.ts';
import { SCENARIO as fourEnds } from './four-ends/scenario.ts';
import { SCENARIO as frameFlood } from './frame-flood/scenario.ts';
import { SCENARIO as fullMember } from './full-member/scenario.ts';
import { SCENARIO as futureAgainstTask } from './future-against-task/scenario.ts';
import { SCENARIO as gatherKeepsOrder } from './gather-keeps-order/scenario.ts';
import { SCENARIO as generatorCoroutine } from './generator-coroutine/scenario.ts';
import { SCENARIO as groupRoom } from './group-room/scenario.ts';
import { SCENARIO as guarantee } from './guarantee/scenario.ts';
import { SCENARIO as guaranteeLab } from './guarantee-lab/scenario.ts';
import { SCENARIO as guaranteeMended } from './guarantee-mended/scenario.ts';
import { SCENARIO as killedWorker } from './killed-worker/scenario.ts';
import { SCENARIO as killedWorkerMended } from './killed-worker-mended/scenario.ts';
import { SCENARIO as lateAck } from './late-ack/scenario.ts';
import { SCENARIO as layerForgets } from './layer-forgets/scenario.ts';
import { SCENARIO as lockAcrossAwait } from './lock-across-await/scenario.ts';
import { SCENARIO as lockOfAsyncio } from './lock-of-asyncio/scenario.ts';
import { SCENARIO as longComputation } from './long-computation/scenario.ts';
import { SCENARIO as longComputationMended } from './long-computation-mended/scenario.ts';
import { SCENARIO as longPolling } from './long-polling/scenario.ts';
import { SCENARIO as lostError } from './lost-error/scenario.ts';
import { SCENARIO as lostErrorMended } from './lost-error-mended/scenario.ts';
import { SCENARIO as lostUpdate } from './lost-update/scenario.ts';
import { SCENARIO as mustBeScheduled } from './must-be-scheduled/scenario.ts';
import { SCENARIO as nativeCoroutine } from './native-coroutine/scenario.ts';
import { SCENARIO as neverAwaitedMended } from './never-awaited-mended/scenario.ts';
import { SCENARIO as nobodyAccepts } from './nobody-accepts/scenario.ts';
import { SCENARIO as notThreadSafe } from './not-thread-safe/scenario.ts';
import { SCENARIO as notThreadSafeMended } from './not-thread-safe-mended/scenario.ts';
import { SCENARIO as oneAfterAnother } from './one-after-another/scenario.ts';
import { SCENARIO as oneReader } from './one-reader/scenario.ts';
import { SCENARIO as overload } from './overload/scenario.ts';
import { SCENARIO as poison } from './poison/scenario.ts';
import { SCENARIO as poolOfProcesses } from './pool-of-processes/scenario.ts';
import { SCENARIO as prefetchFair } from './prefetch-fair/scenario.ts';
import { SCENARIO as prefetchUnfair } from './prefetch-unfair/scenario.ts';
import { SCENARIO as prefetchWindow } from './prefetch-window/scenario.ts';
import { SCENARIO as priorities } from './priorities/scenario.ts';
import { SCENARIO as procfile } from './procfile/scenario.ts';
import { SCENARIO as producerConsumer } from './producer-consumer/scenario.ts';
import { SCENARIO as queueWithBound } from './queue-with-bound/scenario.ts';
import { SCENARIO as queueWithoutBound } from './queue-without-bound/scenario.ts';
import { SCENARIO as readOnce } from './read-once/scenario.ts';
import { SCENARIO as retry } from './retry/scenario.ts';
import { SCENARIO as revokedForgotten } from './revoked-forgotten/scenario.ts';
import { SCENARIO as rollingDeploy } from './rolling-deploy/scenario.ts';
import { SCENARIO as sameCode } from './same-code/scenario.ts';
import { SCENARIO as sameCrashCelery } from './same-crash-celery/scenario.ts';
import { SCENARIO as sameCrashChannels } from './same-crash-channels/scenario.ts';
import { SCENARIO as scriptedHosts } from './scripted-hosts/scenario.ts';
import { SCENARIO as semaphore } from './semaphore/scenario.ts';
import { SCENARIO as sendsAtTheEnd } from './sends-at-the-end/scenario.ts';
import { SCENARIO as shuffledWords } from './shuffled-words/scenario.ts';
import { SCENARIO as shuffledWordsMended } from './shuffled-words-mended/scenario.ts';
import { SCENARIO as singleReader } from './single-reader/scenario.ts';
import { SCENARIO as slowCleanUp } from './slow-clean-up/scenario.ts';
import { SCENARIO as starving } from './starving/scenario.ts';
import { SCENARIO as statistics } from './statistics/scenario.ts';
import { SCENARIO as taskGroup } from './task-group/scenario.ts';
import { SCENARIO as taskKept } from './task-kept/scenario.ts';
import { SCENARIO as taskNotKept } from './task-not-kept/scenario.ts';
import { SCENARIO as taskThatRefuses } from './task-that-refuses/scenario.ts';
import { SCENARIO as threeParts } from './three-parts/scenario.ts';
import { SCENARIO as timeout } from './timeout/scenario.ts';
import { SCENARIO as ttlAtTheHead } from './ttl-at-the-head/scenario.ts';
import { SCENARIO as twoServers } from './two-servers/scenario.ts';
import { SCENARIO as uncancel } from './uncancel/scenario.ts';
import { SCENARIO as upThreeAwaits } from './up-three-awaits/scenario.ts';
import { SCENARIO as visibilityMended } from './visibility-mended/scenario.ts';
import { SCENARIO as visibilityTimeout } from './visibility-timeout/scenario.ts';
import { SCENARIO as warmShutdown } from './warm-shutdown/scenario.ts';
import { SCENARIO as whichEndDropped } from './which-end-dropped/scenario.ts';
import { SCENARIO as workerDies } from './worker-dies/scenario.ts';
import { SCENARIO as wrapping } from './wrapping/scenario.ts';

export const GALLERY: readonly GalleryEntry[] = [
  entryOf('task-that-refuses', taskThatRefuses),
  entryOf('coroutine-does-nothing', coroutineDoesNothing),
  entryOf('never-awaited-mended', neverAwaitedMended),
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
  entryOf('blocking-mended', blockingMended),
  entryOf('long-computation', longComputation),
  entryOf('long-computation-mended', longComputationMended),
  entryOf('check-then-act', checkThenAct),
  entryOf('check-under-lock', checkUnderLock),
  entryOf('one-after-another', oneAfterAnother),
  entryOf('at-the-same-time', atTheSameTime),
  entryOf('lost-error', lostError),
  entryOf('lost-error-mended', lostErrorMended),
  entryOf('task-not-kept', taskNotKept),
  entryOf('task-kept', taskKept),
  entryOf('future-against-task', futureAgainstTask),
  entryOf('slow-clean-up', slowCleanUp),
  entryOf('uncancel', uncancel),
  entryOf('cancel-swallowed', cancelSwallowed),
  entryOf('cancel-passed-on', cancelPassedOn),
  entryOf('timeout', timeout),
  entryOf('task-group', taskGroup),
  entryOf('producer-consumer', producerConsumer),
  entryOf('queue-without-bound', queueWithoutBound),
  entryOf('queue-with-bound', queueWithBound),
  entryOf('lock-across-await', lockAcrossAwait),
  entryOf('lock-of-asyncio', lockOfAsyncio),
  entryOf('semaphore', semaphore),
  entryOf('echo-server', echoServer),
  entryOf('fetch-many', fetchMany),
  entryOf('retry', retry),
  entryOf('scripted-hosts', scriptedHosts),
  entryOf('deadlock', deadlock),
  entryOf('lost-update', lostUpdate),
  entryOf('not-thread-safe', notThreadSafe),
  entryOf('not-thread-safe-mended', notThreadSafeMended),
  entryOf('child-watcher', childWatcher),
  entryOf('child-watcher-mended', childWatcherMended),
  entryOf('pool-of-processes', poolOfProcesses),
  entryOf('procfile', procfile),
  entryOf('killed-worker', killedWorker),
  entryOf('killed-worker-mended', killedWorkerMended),
  entryOf('five-stations', fiveStations),
  entryOf('one-reader', oneReader),
  entryOf('worker-dies', workerDies),
  entryOf('three-parts', threeParts),
  entryOf('fifo-and-full', fifoAndFull),
  entryOf('overload', overload),
  entryOf('two-servers', twoServers),
  entryOf('group-room', groupRoom),
  entryOf('full-member', fullMember),
  entryOf('nobody-accepts', nobodyAccepts),
  entryOf('denied-at-the-door', deniedAtTheDoor),
  entryOf('frame-flood', frameFlood),
  entryOf('shuffled-words', shuffledWords),
  entryOf('shuffled-words-mended', shuffledWordsMended),
  entryOf('bad-frame', badFrame),
  entryOf('single-reader', singleReader),
  entryOf('sends-at-the-end', sendsAtTheEnd),
  entryOf('consume-later', consumeLater),
  entryOf('starving', starving),
  entryOf('long-polling', longPolling),
  entryOf('layer-forgets', layerForgets),
  entryOf('statistics', statistics),
  entryOf('rolling-deploy', rollingDeploy),
  entryOf('dedicated-workers', dedicatedWorkers),
  entryOf('chat-of-today', chatOfToday),
  entryOf('which-end-dropped', whichEndDropped),
  entryOf('celery-first-steps', celeryFirstSteps),
  entryOf('priorities', priorities),
  entryOf('same-code', sameCode),
  entryOf('same-crash-channels', sameCrashChannels),
  entryOf('same-crash-celery', sameCrashCelery),
  entryOf('prefetch-window', prefetchWindow),
  entryOf('early-ack', earlyAck),
  entryOf('late-ack', lateAck),
  entryOf('child-dies', childDies),
  entryOf('child-dies-mended', childDiesMended),
  entryOf('prefetch-unfair', prefetchUnfair),
  entryOf('prefetch-fair', prefetchFair),
  entryOf('broker-killed', brokerKilled),
  entryOf('confirmed-but-lost', confirmedButLost),
  entryOf('dead-letters', deadLetters),
  entryOf('ttl-at-the-head', ttlAtTheHead),
  entryOf('poison', poison),
  entryOf('guarantee', guarantee),
  entryOf('guarantee-mended', guaranteeMended),
  entryOf('guarantee-lab', guaranteeLab),
  entryOf('celery-retry', celeryRetry),
  entryOf('canvas', canvas),
  entryOf('chord-too-early', chordTooEarly),
  entryOf('visibility-timeout', visibilityTimeout),
  entryOf('visibility-mended', visibilityMended),
  entryOf('expired-twice', expiredTwice),
  entryOf('revoked-forgotten', revokedForgotten),
  entryOf('warm-shutdown', warmShutdown),
  entryOf('read-once', readOnce),
];

export function galleryEntry(slug: string): GalleryEntry | undefined {
  return GALLERY.find((entry) => entry.slug === slug);
}

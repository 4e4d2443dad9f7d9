/** What is seen at the awaits of the program while its tasks are parked there: see await-sites.ts for what is looked for. */
import { frameOf, innerFrame } from '../../asyncio/chain.ts';
import type { PyTask } from '../../asyncio/shapes.ts';
import type { Code } from '../../python/compile/code.ts';
import type { Frame } from '../../python/vm/frame.ts';
import { machine } from '../../python/vm/machine.ts';
import {
  type AwaitPair,
  type AwaitSite,
  type AwaitSites,
  awaitSites,
  type CheckThenAct,
  siteKey,
} from './await-sites.ts';
import { type Finding, secondsText } from './finding.ts';
import { heldLock } from './held-lock.ts';
import { type Snapshot, sharedText, snapshotOf } from './shared.ts';

interface Watched {
  readonly frame: Frame;
  readonly check: CheckThenAct;
  readonly before: Snapshot;
}

interface Waited {
  readonly frame: Frame;
  readonly site: AwaitSite;
}

interface Parked {
  readonly since: number;
  readonly watched: Watched[];
  readonly waited: Waited[];
}

const NOTHING: AwaitSites = new Map();

export class ParkedAwaits {
  private readonly sitesOf = new WeakMap<Code, AwaitSites>();
  private readonly filesKnown = new Map<string, AwaitSites>();
  private readonly parked = new Map<PyTask, Parked>();
  /** Seconds that a frame has waited at the first await of a pair, and at the second. */
  private readonly waits = new WeakMap<Frame, Map<AwaitPair, { first: number; second: number }>>();
  private readonly tell: (finding: Finding) => void;

  constructor(tell: (finding: Finding) => void) {
    this.tell = tell;
  }

  suspended(task: PyTask): void {
    let parked: Parked | null = null;
    const hasThreading = machine.modules.map.has('threading');
    for (let frame = frameOf(task.coro); frame !== null; frame = innerFrame(frame)) {
      if (!frame.code.isUser) continue;
      if (hasThreading) this.lookForLock(task, frame);
      const site = this.siteAt(frame);
      if (site !== undefined) parked = addSite(parked, frame, site);
    }
    if (parked !== null) this.parked.set(task, parked);
    else if (this.parked.size > 0) this.parked.delete(task);
  }

  resumed(task: PyTask, isThrown: boolean): void {
    const parked = this.parked.size === 0 ? undefined : this.parked.get(task);
    if (parked === undefined) return;
    this.parked.delete(task);
    if (isThrown) return;
    for (const each of parked.watched) this.compare(task, each);
    const seconds = machine.clock.now() - parked.since;
    if (seconds > 0) for (const each of parked.waited) this.waitedFor(task, each, seconds);
  }

  private siteAt(frame: Frame): AwaitSite | undefined {
    const { code } = frame;
    let sites = this.sitesOf.get(code);
    if (sites === undefined) {
      sites = this.sitesIn(code.filename);
      this.sitesOf.set(code, sites);
    }
    if (sites.size === 0) return undefined;
    const at = frame.pc * 2;
    return sites.get(siteKey(code.positions[at] ?? 0, code.positions[at + 2] ?? 0));
  }

  private sitesIn(filename: string): AwaitSites {
    let sites = this.filesKnown.get(filename);
    if (sites === undefined) {
      const text = machine.sources.get(filename)?.text;
      sites = text === undefined ? NOTHING : awaitSites(text, filename);
      this.filesKnown.set(filename, sites);
    }
    return sites;
  }

  private compare(task: PyTask, { frame, check, before }: Watched): void {
    const now = snapshotOf(check.shared, check.key, frame);
    if (now === null || now.mark === before.mark) return;
    const name = sharedText(check.shared);
    this.tell({
      kind: 'checkThenAct',
      task,
      place: { code: frame.code, line: check.actLine },
      text: `${name} was ${before.text} when {0} looked at it in line ${check.checkLine}; during the await it became ${now.text}, and line ${check.actLine} acts on the old value`,
      others: [task],
    });
  }

  private waitedFor(task: PyTask, { frame, site }: Waited, seconds: number): void {
    if (site.beginsPair !== null) this.waitsOf(frame, site.beginsPair).first += seconds;
    if (site.endsPair === null) return;
    const pair = site.endsPair;
    const waits = this.waitsOf(frame, pair);
    waits.second += seconds;
    if (waits.first === 0) return;
    const [one, two] = pair.names;
    const sum = secondsText(waits.first + waits.second);
    const longest = secondsText(Math.max(waits.first, waits.second));
    this.tell({
      kind: 'sequentialAwaits',
      task,
      place: { code: frame.code, line: pair.secondLine },
      text: `{0} waited for ${one} in line ${pair.firstLine} and then for ${two} in line ${pair.secondLine}, ${sum} in all; together it would be ${longest}`,
      others: [task],
    });
  }

  private waitsOf(frame: Frame, pair: AwaitPair): { first: number; second: number } {
    const pairs = this.waits.get(frame) ?? new Map<AwaitPair, { first: number; second: number }>();
    this.waits.set(frame, pairs);
    const known = pairs.get(pair) ?? { first: 0, second: 0 };
    pairs.set(pair, known);
    return known;
  }

  private lookForLock(task: PyTask, frame: Frame): void {
    const lock = heldLock(frame);
    if (lock === null) return;
    this.tell({
      kind: 'lockAcrossAwait',
      task,
      place: { code: frame.code, line: frame.line },
      text: `{0} awaits while it holds a threading.${lock}: whoever else wants it blocks the whole loop`,
      others: [task],
    });
  }
}

/** What is to be looked at again when the task goes on. */
function addSite(parked: Parked | null, frame: Frame, site: AwaitSite): Parked | null {
  const watched: Watched[] = [];
  for (const check of site.checks) {
    const before = snapshotOf(check.shared, check.key, frame);
    if (before !== null) watched.push({ frame, check, before });
  }
  const isOfPair = site.beginsPair !== null || site.endsPair !== null;
  if (watched.length === 0 && !isOfPair) return parked;
  const all = parked ?? { since: machine.clock.now(), watched: [], waited: [] };
  all.watched.push(...watched);
  if (isOfPair) all.waited.push({ frame, site });
  return all;
}

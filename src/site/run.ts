/** One run of a scenario of the gallery, and what a page tells of it. */
import { runHeadlessNow } from '../engine/headless.ts';
import type { GalleryEntry, GalleryMoment } from '../scenario/gallery/entry.ts';
import { sentenceAt } from '../store/narration.ts';
import type { Ending } from '../trace/ending.ts';
import { traceHash } from '../trace/fingerprint.ts';
import { timeAt } from '../trace/history.ts';
import { momentPlace } from '../trace/moment.ts';
import { appendChunk, EMPTY_TRACE, type Trace } from '../trace/trace.ts';

export interface ToldMoment extends GalleryMoment {
  readonly step: number;
  readonly timeUs: number;
  /** What that step is. */
  readonly sentence: string;
}

export interface Told {
  readonly trace: Trace;
  readonly ending: Ending;
  readonly stdout: string;
  readonly fingerprint: string;
  /** In the order of the run. */
  readonly moments: readonly ToldMoment[];
  /** Where it opens. */
  readonly telling: ToldMoment;
}

export function toldRun({ moments, scenario, slug, tellingMoment }: GalleryEntry): Told {
  const { files, interventions, settings } = scenario;
  let trace: Trace = EMPTY_TRACE;
  const { ending, stdout } = runHeadlessNow({
    ...{ interventions, seed: settings.seed, formation: settings.formation, network: settings.network },
    ...{ choices: settings.choices, files: Object.fromEntries(files.map(({ name, text }) => [name, text])) },
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  const told = (moment: GalleryMoment): ToldMoment => {
    const step = momentPlace(trace, { anchor: moment.anchor, step: 0, timeUs: 0 });
    if (step === null) throw new Error(`${slug}: the moment ${moment.anchor} is not in the run`);
    return { ...moment, step, timeUs: timeAt(trace.history, step), sentence: sentenceAt(trace, step) };
  };
  return {
    ...{ trace, ending, stdout, fingerprint: traceHash(trace), telling: told(tellingMoment) },
    moments: moments.map(told).sort((a, b) => a.step - b.step),
  };
}

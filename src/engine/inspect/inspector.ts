/** Answers what a page wants to know about a run. The last stopped run is kept, as long as nothing in it has changed since. */
import type { Answer, Inquiry, Site, SourceAnswer, ValuesInquiry } from '../../scenario/inspection.ts';
import { type Scenario, sameProgram } from '../../scenario/scenario.ts';
import { PAGE_LIMITS, type ProgramInit } from '../program.ts';
import { evaluateConditions } from './conditions.ts';
import { look } from './look.ts';
import { Reprs } from './reprs.ts';
import { type RunInit, type Stopped, stopAt } from './stop.ts';

/** Where modules come from. */
export type Shelf = Pick<ProgramInit, 'readLibrary' | 'codeCache'>;

interface Kept {
  readonly scenario: Scenario;
  readonly position: number;
  readonly stopped: Stopped | null;
  readonly reprs: Reprs;
}

export class Inspector {
  private readonly shelf: Shelf;
  private kept: Kept | null = null;
  /** How many runs were made. */
  runs = 0;

  constructor(shelf: Shelf) {
    this.shelf = shelf;
  }

  answer(scenario: Scenario, inquiry: Inquiry): Answer {
    switch (inquiry.kind) {
      case 'values':
        return this.values(scenario, inquiry);
      case 'place':
        return { kind: 'place', site: placeIn(this.stoppedAt(scenario, inquiry.position).stopped) };
      case 'conditions':
        // Its runs take the place of the one that is kept.
        this.kept = null;
        return { kind: 'conditions', results: evaluateConditions(this.runInit(scenario), inquiry) };
      case 'source':
        return this.source(scenario, inquiry.file);
    }
  }

  private values(scenario: Scenario, inquiry: ValuesInquiry): Answer {
    const { stopped, reprs } = this.stoppedAt(scenario, inquiry.position);
    return look(stopped, inquiry, reprs);
  }

  private stoppedAt(scenario: Scenario, position: number): Kept {
    const { kept } = this;
    const isSame = kept !== null && kept.position === position && sameProgram(kept.scenario, scenario);
    if (isSame && !kept.reprs.isDirty) return kept;
    // Of two runs in one worker only the later is alive.
    this.kept = null;
    this.runs++;
    const stopped = stopAt(this.runInit(scenario), position);
    this.kept = { scenario, position, stopped, reprs: new Reprs() };
    return this.kept;
  }

  /** A file of the scenario, or a module of the library by the file that the trace and tracebacks name. */
  private source({ files }: Scenario, file: string): SourceAnswer {
    const own = files.find(({ name }) => name === file);
    return { kind: 'source', file, text: own?.text ?? this.shelf.readLibrary(moduleOf(file))?.source ?? null };
  }

  private runInit({ files, interventions, settings }: Scenario): RunInit {
    return {
      ...{ files, interventions, limits: PAGE_LIMITS },
      seed: settings.seed,
      formation: settings.formation,
      network: settings.network,
      choices: settings.choices,
      ...this.shelf,
    };
  }
}

function placeIn(stopped: Stopped | null): Site | null {
  const [top] = stopped?.threads[0]?.frames ?? [];
  if (top === undefined) return null;
  const { filename, isUser } = top.frame.code;
  return { file: filename, line: top.line, isUser };
}

/** `/lib/python314.zip/asyncio/queues.py` is `asyncio.queues`. */
function moduleOf(file: string): string {
  return file
    .replace(/^\/lib\/python3(?:\d+\.zip|\.\d+\/site-packages)\//, '')
    .replace(/(?:\/__init__)?\.py$/, '')
    .replaceAll('/', '.');
}

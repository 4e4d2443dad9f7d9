/** What is on the stage at a position, as a picture that can leave the page. A pure function of the run and what is wanted. */
import { sentenceAt } from '../store/narration.ts';
import type { Census } from '../trace/census.ts';
import { timeAt } from '../trace/history.ts';
import { livesOf } from '../trace/lives.ts';
import { eventAt, type Trace, worldAfter } from '../trace/trace.ts';
import { loopOf } from '../trace/world.ts';
import { extentOf } from '../viz/extent.ts';
import { changedBy, laneOf } from '../viz/focus.ts';
import { AXIS, heightOf, leftOf, nowX, RIGHT, ROW } from '../viz/lane-frame.ts';
import type { Line } from '../viz/lane-lines.ts';
import { lanesDrawing } from '../viz/lanes.ts';
import { lanesSvg } from '../viz/lanes-svg.ts';
import { loopDrawing } from '../viz/loop.ts';
import { loopSvg } from '../viz/loop-svg.ts';
import { secondsText } from '../viz/marks.ts';
import { PALETTES, type Scheme } from '../viz/palette.ts';
import { MARGIN, type Picture, type PictureSection, pictureOf } from '../viz/picture.ts';
import { queueDrawing } from '../viz/queues.ts';
import { queuesSvg } from '../viz/queues-svg.ts';
import { tween } from '../viz/tween.ts';

export const PICTURE_PARTS = ['lanes', 'loop', 'queues'] as const;
export type PicturePart = (typeof PICTURE_PARTS)[number];

export interface StageWish {
  readonly trace: Trace;
  readonly title: string;
  readonly parts: readonly PicturePart[];
  readonly scheme: Scheme;
  readonly axis: 'steps' | 'time';
  /** As the lanes are looked at on the page. */
  readonly zoom: number;
  readonly centre: number | null;
  readonly lines: readonly Line[];
  readonly census: Census;
  /** The message whose life is shown; 0 none. */
  readonly envelope: number;
}

export const PICTURE_WIDTH = 1200;
const INSIDE = PICTURE_WIDTH - 2 * MARGIN;
/** More lanes than this make a picture that nobody can look at. */
const LANES_MAX = 18;

/** `shown` may be between two positions; it is told as the later one. */
export function stagePicture(wish: StageWish, shown: number, heightMin = 0): Picture {
  const { parts, scheme, title, trace } = wish;
  const position = Math.ceil(shown);
  const facts = [
    `step ${position.toLocaleString('en')} of ${trace.length.toLocaleString('en')}`,
    `t = ${secondsText(timeAt(trace.history, position))}`,
  ];
  const sections = parts.flatMap((part) => sectionOf(part, wish, shown) ?? []);
  const sentence = sentenceAt(trace, position);
  return pictureOf({ title, facts, sentence, sections, scheme, width: PICTURE_WIDTH, heightMin });
}

function sectionOf(part: PicturePart, wish: StageWish, shown: number): PictureSection | null {
  switch (part) {
    case 'lanes':
      return wish.lines.length === 0 ? null : lanesSection(wish, shown);
    case 'loop':
      return loopSection(wish, shown);
    case 'queues':
      return wish.trace.history.index.brokers === 0 ? null : queuesSection(wish, shown);
  }
}

function lanesSection(wish: StageWish, shown: number): PictureSection {
  const { axis, census, centre, lines, scheme, trace, zoom } = wish;
  const { history } = trace;
  const position = Math.ceil(shown);
  const total = axis === 'steps' ? trace.length : trace.timeUs;
  const now = axis === 'steps' ? shown : timeAt(history, position);
  const plot = INSIDE - leftOf(INSIDE) - RIGHT;
  const extent = extentOf({ axis, centre, now, total, width: plot, zoom });
  const about = laneOf(eventAt(trace, position - 1), worldAfter(trace, position));
  const line = lines.findIndex((each) => each.kind === 'lane' && each.lane.task === about);
  const first = Math.max(0, Math.min(line - LANES_MAX / 2, lines.length - LANES_MAX));
  const count = Math.min(lines.length, LANES_MAX);
  const view = { top: first * ROW, height: heightOf(count) };
  const drawing = lanesDrawing({ history, lines, census, extent, axis, width: INSIDE, view });
  const placed = { now: nowX({ axis, extent, width: INSIDE }, now), position, about, view };
  const over = axis === 'steps' ? 'over steps' : 'over virtual time';
  return {
    title: 'Lanes',
    note: count === lines.length ? over : `${over}, ${count} of ${lines.length.toLocaleString('en')}`,
    height: AXIS + view.height,
    drawn: lanesSvg(drawing, placed, PALETTES[scheme]),
  };
}

function loopSection({ scheme, trace }: StageWish, shown: number): PictureSection {
  const drawingAt = (position: number) =>
    loopDrawing({
      ...{ world: worldAfter(trace, position), codes: trace.codes, width: INSIDE },
      changed: changedBy(eventAt(trace, position - 1)),
    });
  const drawing = between(drawingAt, shown);
  const loop = loopOf(worldAfter(trace, Math.ceil(shown)));
  const note =
    loop === undefined
      ? 'none yet'
      : loop.state === 'closed'
        ? 'closed'
        : `iteration ${loop.iteration.toLocaleString('en')}`;
  return { title: 'Loop', note, height: drawing.height, drawn: loopSvg(drawing, PALETTES[scheme]) };
}

function queuesSection({ envelope, scheme, trace }: StageWish, shown: number): PictureSection {
  const drawingAt = (position: number) =>
    queueDrawing({
      ...{ world: worldAfter(trace, position), event: eventAt(trace, position - 1), lives: livesOf(trace) },
      ...{ width: INSIDE, selected: envelope },
    });
  const drawing = between(drawingAt, shown);
  const title = trace.history.index.isAcking ? 'Queues' : 'Channels';
  return { title, note: '', height: drawing.height + 10, drawn: queuesSvg(drawing, PALETTES[scheme]) };
}

function between<M extends Parameters<typeof tween>[0]['marks'][number]>(
  drawingAt: (position: number) => { readonly width: number; readonly height: number; readonly marks: readonly M[] },
  shown: number,
) {
  const before = Math.floor(shown);
  return before === shown ? drawingAt(before) : tween(drawingAt(before), drawingAt(before + 1), shown - before);
}

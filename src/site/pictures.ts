/** The moment at which a scenario opens, drawn: for its page, and as a card for previews. The same marks as on the page. */
import { livesOf } from '../trace/lives.ts';
import { eventAt, type Trace, worldAfter } from '../trace/trace.ts';
import { extentOf } from '../viz/extent.ts';
import { laneOf } from '../viz/focus.ts';
import { AXIS, heightOf, leftOf, nowX, RIGHT, shownLanes } from '../viz/lane-frame.ts';
import type { Line } from '../viz/lane-lines.ts';
import { lanesDrawing } from '../viz/lanes.ts';
import { lanesSvg, patternsSvg } from '../viz/lanes-svg.ts';
import { fitted, secondsText } from '../viz/marks.ts';
import { PALETTES } from '../viz/palette.ts';
import { MARGIN, type PictureSection, pictureOf, wrapped } from '../viz/picture.ts';
import { queueDrawing } from '../viz/queues.ts';
import { queuesSvg } from '../viz/queues-svg.ts';
import { element, FACE, textAt } from '../viz/svg-text.ts';
import type { Told } from './run.ts';

const PALETTE = PALETTES.light;
const WIDTH = 960;
const LANES_MAX = 12;
/** What previews everywhere are cut to. */
export const CARD = { width: 1200, height: 630 } as const;

export function pagePicture(title: string, { telling, trace }: Told): string {
  const { sentence, step, timeUs } = telling;
  const facts = [`step ${step} of ${trace.length}`, `t = ${secondsText(timeUs)}`];
  const inside = WIDTH - 2 * MARGIN;
  const queues = trace.history.index.brokers === 0 ? [] : [queuesSection(trace, step, inside)];
  const sections = [lanesSection(trace, step, { width: inside, lanesMax: LANES_MAX }), ...queues];
  return pictureOf({ title, facts, sentence, sections, scheme: 'light', width: WIDTH, heightMin: 0 }).text;
}

/** The width of a bold letter, as a part of its height. */
const LETTER = 0.62;

/** Large letters: a preview is seen small. */
export function cardPicture(title: string, { telling, trace }: Told): string {
  const scale = 1.55;
  const left = 60;
  const { drawn } = lanesSection(trace, telling.step, { width: (CARD.width - 2 * left) / scale, lanesMax: 6 });
  const words = wrapped(telling.sentence, 62).slice(0, 2);
  const room = CARD.width - 2 * left;
  const size = Math.max(36, Math.min(50, room / title.length / LETTER));
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', ...CARD, 'font-family': FACE, 'font-size': 12, fill: PALETTE.ink },
    patternsSvg(PALETTE),
    element('rect', { ...CARD, fill: PALETTE.ground }),
    element('rect', { width: CARD.width, height: 12, fill: PALETTE.accent }),
    textAt(left, 92, fitted(title, room, size * LETTER), { fill: PALETTE.ink, size, isBold: true }),
    ...words.map((line, index) => textAt(left, 148 + index * 40, line, { fill: PALETTE.inkSoft, size: 30 })),
    element('g', { transform: `translate(${left} 220) scale(${scale})` }, drawn),
    element('rect', { y: CARD.height - 56, width: CARD.width, height: 56, fill: PALETTE.groundSoft }),
    textAt(left, CARD.height - 20, 'Loopscope', { fill: PALETTE.accent, size: 26, isBold: true }),
    textAt(CARD.width - left, CARD.height - 20, 'Step through it in your browser', {
      ...{ fill: PALETTE.inkSoft, size: 24, anchor: 'end' },
    }),
  );
}

interface LanesWish {
  readonly width: number;
  readonly lanesMax: number;
}

/** The lanes around the one that this step is about, when there are many. */
function lanesSection(trace: Trace, position: number, { lanesMax, width }: LanesWish): PictureSection {
  const { history } = trace;
  const all = shownLanes(history);
  const about = laneOf(eventAt(trace, position - 1), worldAfter(trace, position));
  const at = all.findIndex(({ task }) => task === about);
  const first = Math.max(0, Math.min(at - Math.floor(lanesMax / 2), all.length - lanesMax));
  const lines: Line[] = all
    .slice(first, first + lanesMax)
    .map((lane) => ({ kind: 'lane', key: `lane ${lane.task}`, lane, depth: lane.depth }));
  const view = { top: 0, height: heightOf(lines.length) };
  const plot = width - leftOf(width) - RIGHT;
  const extent = extentOf({ axis: 'steps', centre: null, now: position, total: trace.length, width: plot, zoom: 1 });
  const drawing = lanesDrawing({ history, lines, census: null, extent, axis: 'steps', width, view });
  const now = nowX({ axis: 'steps', extent, width }, position);
  return {
    title: 'Lanes',
    note: lines.length === all.length ? 'over steps' : `over steps, ${lines.length} of ${all.length}`,
    height: AXIS + view.height,
    drawn: lanesSvg(drawing, { now, position, about, view }, PALETTE),
  };
}

function queuesSection(trace: Trace, position: number, width: number): PictureSection {
  const drawing = queueDrawing({
    ...{ world: worldAfter(trace, position), event: eventAt(trace, position - 1), lives: livesOf(trace) },
    ...{ width, selected: 0 },
  });
  const title = trace.history.index.isAcking ? 'Queues' : 'Channels';
  return { title, note: '', height: drawing.height + 10, drawn: queuesSvg(drawing, PALETTE) };
}

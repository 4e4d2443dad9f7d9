/** Channels and queues as SVG text: the same marks as on the page, with the looks of `ui/queue-*.css`. */
import { firstFitting, fitted, MONO_12, SANS_12 } from './marks.ts';
import { hueOf, type Palette } from './palette.ts';
import { bindingSvg, exchangeSvg, slotSvg, taskSvg } from './queue-ack-svg.ts';
import type {
  BoxMark,
  HeadMark,
  LinkMark,
  MemberMark,
  PipeMark,
  QueueDrawing,
  QueueMark,
  TokenMark,
} from './queue-marks.ts';
import { linkPath, mouthPath, ticksPath } from './queue-paths.ts';
import { MOUTH } from './queue-pipes.ts';
import { element, textAt } from './svg-text.ts';

/** Lines below everything else, as on the page. */
export function queuesSvg({ marks }: QueueDrawing, palette: Palette): string {
  const lines = marks.filter(({ kind }) => kind === 'pipe' || kind === 'link');
  return [...lines.map((mark) => lineSvg(mark, palette)), ...marks.map((mark) => markSvg(mark, palette))].join('');
}

function lineSvg(mark: QueueMark, palette: Palette): string {
  if (mark.kind === 'pipe') return pipeSvg(mark, palette);
  return mark.kind === 'link' ? linkSvg(mark, palette) : '';
}

function markSvg(mark: QueueMark, palette: Palette): string {
  const shape = shapeOf(mark, palette);
  if (shape === '') return '';
  const { opacity, x, y } = mark;
  return element('g', { transform: `translate(${x} ${y})`, opacity: opacity === 1 ? null : opacity }, shape);
}

function shapeOf(mark: QueueMark, palette: Palette): string {
  switch (mark.kind) {
    case 'head':
      return headSvg(mark, palette);
    case 'box':
      return boxSvg(mark, palette);
    case 'pipe':
      return pipeWords(mark, palette);
    case 'token':
      return tokenSvg(mark, palette);
    case 'member':
      return memberSvg(mark, palette);
    case 'exchange':
      return exchangeSvg(mark, palette);
    case 'binding':
      return bindingSvg(mark, palette);
    case 'slot':
      return slotSvg(mark, palette);
    case 'task':
      return taskSvg(mark, palette);
    case 'link':
      return '';
  }
}

function headSvg({ look, text, width }: HeadMark, { hairline, ink, inkSoft, states }: Palette): string {
  const fills = { broker: ink, reason: states.failed, closed: states.failed, told: states.running };
  const fill = look === 'broker' || look === 'reason' || look === 'closed' || look === 'told' ? fills[look] : inkSoft;
  const line = look === 'column' ? element('path', { d: `M0 20.5H${width}`, stroke: hairline }) : '';
  const words = fitted(text, Math.max(width, 40), SANS_12);
  return line + textAt(0, 14, words, { fill, size: look === 'column' ? 13 : 12, isBold: look === 'reason' });
}

function boxSvg(mark: BoxMark, palette: Palette): string {
  const { detail, height, isChild, isOnPath, look, name, width } = mark;
  const { accent, ground, hairlineStrong, ink, inkSoft, states } = palette;
  const isOver = look === 'over' || look === 'dead';
  const fill = look === 'busy' ? states.running : look === 'dead' ? states.failed : inkSoft;
  const room = width - 20;
  const title = fitted(name, room, SANS_12);
  const beside = isChild ? [...title].length * SANS_12 + 18 : 10;
  return [
    element('rect', {
      ...{ x: 0.5, y: 0.5, width: Math.max(0, width - 1), height: Math.max(0, height - 1), rx: 4, fill: ground },
      stroke: isOnPath ? accent : look === 'busy' ? states.running : hairlineStrong,
      'stroke-width': isOnPath ? 2 : null,
      'stroke-dasharray': isOver ? '4 3' : null,
    }),
    textAt(10, 17, title, { fill: isOver ? inkSoft : ink, size: 13, isBold: !isChild }),
    textAt(beside, isChild ? 17 : 33, fitted(detail, width - beside - 8, SANS_12), { fill }),
  ].join('');
}

/** Above the pipe its name and how full it is, below it who may read and what was lost. */
function pipeWords(mark: PipeMark, { ink, inkSoft, states }: Palette): string {
  const { drops, fill, height, isDead, isFull, name, readers, width } = mark;
  const said = isFull ? `full, ${fill}` : fill;
  const below = height + 14;
  return [
    textAt(0, -6, fitted(name, width - [...said].length * SANS_12 - 12, MONO_12), { fill: ink, isMono: true }),
    textAt(width, -6, said, { fill: isFull ? states.failed : inkSoft, isBold: isFull, anchor: 'end' }),
    textAt(0, below, readers, { fill: isDead ? states.failed : inkSoft }),
    drops === ''
      ? ''
      : textAt(width, below, fitted(drops, width - [...readers].length * SANS_12 - 12, SANS_12), {
          ...{ fill: states.failed, anchor: 'end' },
        }),
  ].join('');
}

function pipeSvg(mark: PipeMark, { groundLine, groundSoft, hairlineStrong, inkSoft, states }: Palette): string {
  const { height, isDead, isEndless, isFull, isNew, mouth, opacity, places, side, width, x, y } = mark;
  const turn = side === 'left' ? `translate(${x + width} ${y}) scale(-1 1)` : `translate(${x} ${y})`;
  const line = {
    ...{ fill: 'none', stroke: isFull ? states.failed : inkSoft, 'stroke-width': 1.5 },
    'stroke-dasharray': isDead ? '5 4' : null,
  };
  return element(
    'g',
    { transform: turn, opacity: opacity === 1 ? null : opacity },
    element('rect', { width, height, fill: isNew ? groundLine : groundSoft }),
    element('path', {
      ...line,
      d: `M0 0H36M0 ${height}H36`,
      'stroke-dasharray': isEndless ? '3 4' : line['stroke-dasharray'],
    }),
    element('path', { ...line, d: `M36 0H${width}M36 ${height}H${width}` }),
    places === 0 ? '' : element('path', { d: ticksPath(places, width, height), fill: 'none', stroke: hairlineStrong }),
    element('path', { ...line, d: mouthPath(mouth, height), transform: `translate(${width} 0)` }),
    mouth === 'owner' ? element('circle', { cx: width + MOUTH / 2, cy: height / 2, r: 2.6, fill: inkSoft }) : '',
  );
}

/** Narrower tokens have a number only. */
const LABEL_FROM = 62;

function tokenSvg(mark: TokenMark, palette: Palette): string {
  const { envelope, height, hue, isAgain, isNew, isOnPath, label, left, look, width } = mark;
  const { accent, ground, groundLine, groundSoft, ink, inkSoft, states } = palette;
  const colour = envelope === 0 ? states.failed : hueOf(palette, hue);
  const dashes = { ghost: '1.5 2', lost: '4 3', fallen: '4 3' };
  const number = envelope === 0 ? '' : `${isAgain ? '↻' : ''}${envelope}`;
  const wide = [...number].length * MONO_12;
  const room = width - wide - 14;
  const words = width < LABEL_FROM && number !== '' ? '' : fitted(label, room, MONO_12);
  const start = (width - wide - (words === '' ? 0 : 5 + [...words].length * MONO_12)) / 2;
  const y = height / 2 + 4;
  const isLost = look === 'lost';
  return [
    element('rect', {
      ...{ x: 0.75, y: 0.75, width: width - 1.5, height: height - 1.5, rx: 3, stroke: colour },
      fill: look === 'ghost' ? 'none' : isNew ? groundLine : look === 'running' ? groundSoft : ground,
      'stroke-width': look === 'running' ? 2 : 1.5,
      'stroke-dasharray': look === 'ghost' || look === 'lost' || look === 'fallen' ? dashes[look] : null,
    }),
    isOnPath
      ? element('rect', {
          ...{ x: -2.5, y: -2.5, width: width + 5, height: height + 5, rx: 5, fill: 'none', stroke: accent },
          'stroke-width': 2,
        })
      : '',
    number === '' ? '' : textAt(start, y, number, { fill: colour, isMono: true, isBold: true, isStruck: isLost }),
    words === ''
      ? ''
      : textAt(start + wide + (wide === 0 ? 0 : 5), y, words, {
          ...{ fill: look === 'ghost' ? inkSoft : ink, isMono: true, isStruck: isLost },
        }),
    left === null ? '' : element('rect', { y: height - 3, width: width * left, height: 3, fill: colour }),
  ].join('');
}

function memberSvg(mark: MemberMark, { groundLine, hairlineStrong, inkSoft, states }: Palette): string {
  const { detail, height, look, name, width } = mark;
  const isBad = look === 'refused' || look === 'ghost';
  const fill = look === 'copied' ? states.running : isBad ? states.failed : inkSoft;
  const room = width - 26 - [...detail].length * SANS_12;
  return [
    look === 'copied' ? element('rect', { width, height, fill: groundLine }) : '',
    element('path', {
      ...{ d: `M1 0V${height}`, stroke: look === 'quiet' ? hairlineStrong : fill, 'stroke-width': 2 },
      'stroke-dasharray': isBad ? '4 3' : null,
    }),
    textAt(10, height / 2 + 4, firstFitting([name], room, MONO_12), { fill, isMono: true }),
    textAt(width - 8, height / 2 + 4, detail, { fill, anchor: 'end' }),
  ].join('');
}

function linkSvg(mark: LinkMark, { accent, hairline, ink, states }: Palette): string {
  const { look, opacity, x, y } = mark;
  const looks = {
    quiet: [hairline, 1, null],
    now: [ink, 1.5, null],
    refused: [states.failed, 1.5, '5 4'],
    path: [accent, 2.5, null],
    ahead: [accent, 2, '2 5'],
  } as const;
  const [stroke, wide, dash] = looks[look];
  const { arrow, line } = linkPath(mark);
  const drawn = { fill: 'none', stroke, 'stroke-width': wide };
  return element(
    'g',
    { transform: `translate(${x} ${y})`, opacity: opacity === 1 ? null : opacity },
    element('path', { d: line, ...drawn, 'stroke-dasharray': dash }),
    element('path', { d: 'M-7 -4L0 0L-7 4', transform: arrow, ...drawn }),
  );
}

/** What the loop holds, as SVG text: the same marks as on the page, with the looks of `ui/drawing.css`. */
import type { CardMark, Drawing, FrameMark, Mark, SlotMark, TextMark, ThingMark } from './marks.ts';
import { badgeSvg, glyphSvg } from './marks-svg.ts';
import type { Palette } from './palette.ts';
import { STATES } from './states.ts';
import { type Attributes, element, textAt } from './svg-text.ts';

export function loopSvg({ marks }: Drawing, palette: Palette): string {
  return marks
    .map((mark) => {
      const { opacity, x, y } = mark;
      return element(
        'g',
        { transform: `translate(${x} ${y})`, opacity: opacity === 1 ? null : opacity },
        shape(mark, palette),
      );
    })
    .join('');
}

function shape(mark: Mark, palette: Palette): string {
  switch (mark.kind) {
    case 'text':
      return textAt(0, 0, mark.text, { fill: inkOf(mark.look, palette), isMono: mark.look === 'mono' });
    case 'card':
      return card(mark, palette);
    case 'badge': {
      const { hue, isNew, letter } = mark;
      return badgeSvg({ x: 0, y: 0, letter, hue, ground: isNew ? palette.groundLine : palette.ground }, palette);
    }
    case 'frame':
      return frame(mark, palette);
    case 'thing':
      return thing(mark, palette);
    case 'slot':
      return slot(mark, palette);
    case 'join':
      return element('path', { d: `M0 0H${mark.width}`, stroke: palette.inkSoft, 'stroke-width': 1.5 });
  }
}

function inkOf(look: TextMark['look'], { ink, inkSoft, states }: Palette): string {
  switch (look) {
    case 'waiting':
      return states.waiting;
    case 'cancelling':
      return states.cancelling;
    case 'plain':
    case 'mono':
      return ink;
    case 'note':
    case 'heading':
      return inkSoft;
  }
}

function card(mark: CardMark, palette: Palette): string {
  const { detail, inset, isNew, look, title, width } = mark;
  const { ground, groundLine, hairline, hairlineStrong, ink, inkSoft, states } = palette;
  const strokes = {
    running: states.running,
    ready: states.ready,
    timer: states.waiting,
    cancelled: hairline,
    idle: hairlineStrong,
  };
  const [x, anchor] = inset === 'centre' ? [width / 2, 'middle' as const] : [inset, 'start' as const];
  const isOff = look === 'cancelled';
  return [
    boxed(mark, 4, {
      ...{ fill: isNew ? groundLine : ground, stroke: strokes[look] },
      'stroke-width': look === 'running' ? 2 : null,
      'stroke-dasharray': look === 'idle' ? '3 3' : null,
    }),
    textAt(x, 19, title, {
      ...{ fill: isOff ? inkSoft : ink, isMono: true, isBold: look !== 'idle', isStruck: isOff, anchor },
    }),
    textAt(x, 35, detail, { fill: inkSoft, anchor }),
  ].join('');
}

function frame(mark: FrameMark, { groundSoft, hairline, ink, inkSoft }: Palette): string {
  const { height, isUser, text, width } = mark;
  return [
    boxed(mark, 3, { fill: groundSoft, stroke: hairline }),
    textAt(width / 2, 16, text, { fill: isUser ? ink : inkSoft, isMono: true, anchor: 'middle' }),
    element('path', {
      d: `M${width + 5} ${height / 2 - 4}l5 4-5 4`,
      ...{ fill: 'none', stroke: inkSoft, 'stroke-width': 1.5 },
    }),
  ].join('');
}

function thing(mark: ThingMark, palette: Palette): string {
  const { detail, isNew, state, title } = mark;
  const { ground, groundLine, hairline, hairlineStrong, ink, inkSoft, states } = palette;
  return [
    boxed(mark, 3, { fill: isNew ? groundLine : ground, stroke: isNew ? hairlineStrong : hairline }),
    glyphSvg(STATES[state].glyph, { x: 14, y: 14 }, 12, states[state]),
    textAt(26, 17, title, { fill: ink, isMono: true, isBold: true }),
    textAt(26, 32, detail, { fill: inkSoft }),
  ].join('');
}

function slot(mark: SlotMark, { ground, hairlineStrong, ink, states }: Palette): string {
  const { text, width } = mark;
  const isFull = text !== '';
  return [
    boxed(mark, 2, {
      ...{ fill: ground, stroke: isFull ? states.waiting : hairlineStrong },
      'stroke-dasharray': isFull ? null : '2 2',
    }),
    textAt(width / 2, 14, text, { fill: ink, size: 11, isMono: true, anchor: 'middle' }),
  ].join('');
}

/** Half a pixel in, so that its line is sharp. */
function boxed(mark: { readonly width: number; readonly height: number }, rx: number, attributes: Attributes): string {
  const { height, width } = mark;
  return element('rect', { x: 0.5, y: 0.5, width: Math.max(0, width - 1), height: height - 1, rx, ...attributes });
}

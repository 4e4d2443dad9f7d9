/** Marks of brokers that wait for acknowledgements, as SVG text: exchanges, bindings, places of windows, tasks of Celery. */
import { fitted, MONO_12, SANS_12 } from './marks.ts';
import { glyphSvg } from './marks-svg.ts';
import type { Palette } from './palette.ts';
import type { BindingMark, ExchangeMark, SlotMark, TaskMark } from './queue-marks.ts';
import { STATES } from './states.ts';
import { element, textAt } from './svg-text.ts';

export function exchangeSvg(mark: ExchangeMark, { ground, hairline, hairlineStrong, ink, inkSoft }: Palette): string {
  const { height, isNew, name, note, type, width } = mark;
  const room = width - 16;
  return [
    element('rect', {
      ...{ x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 4 },
      ...{ fill: ground, stroke: isNew ? ink : hairlineStrong },
    }),
    element('path', { d: `M0 42.5H${width}`, stroke: hairline }),
    textAt(8, 17, fitted(name, room, MONO_12), { fill: ink, isMono: true, isBold: true }),
    textAt(8, 34, fitted(`${type} exchange`, room, SANS_12), { fill: inkSoft }),
    isNew ? '' : textAt(1, height + 15, fitted(note, width, SANS_12), { fill: inkSoft }),
  ].join('');
}

export function bindingSvg(mark: BindingMark, { groundLine, ink, inkSoft, states }: Palette): string {
  const { height, look, target, text, width } = mark;
  const key = fitted(text, width * 0.7, MONO_12);
  const y = height / 2 + 4;
  const room = width - 24 - [...key].length * MONO_12;
  return [
    look === 'matched' ? element('rect', { width, height, fill: groundLine }) : '',
    textAt(8, y, key, { fill: look === 'unmatched' ? inkSoft : ink, isMono: true }),
    look === 'matched'
      ? glyphSvg('tick', { x: width - 64, y: height / 2 }, 12, states.running) +
        textAt(width - 8, y, 'matches', { fill: states.running, anchor: 'end' })
      : target === ''
        ? ''
        : textAt(width - 8, y, fitted(`→ ${target}`, room, SANS_12), { fill: inkSoft, anchor: 'end' }),
  ].join('');
}

export function slotSvg(mark: SlotMark, { groundSoft, hairlineStrong, inkSoft }: Palette): string {
  const { height, look, text, width } = mark;
  return [
    element('rect', {
      ...{ x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 3, stroke: hairlineStrong },
      fill: look === 'out' ? groundSoft : 'none',
      'stroke-dasharray': look === 'out' ? null : '3 2',
    }),
    textAt(width / 2, height / 2 + 4, look === 'endless' ? '∞' : text, {
      ...{ fill: inkSoft, isMono: true, anchor: 'middle' },
    }),
  ].join('');
}

/** From this height on it has two lines. */
const TALL = 30;

export function taskSvg(mark: TaskMark, palette: Palette): string {
  const { detail, envelope, height, isNew, label, state, value, width } = mark;
  const { ground, groundLine, hairline, ink, states } = palette;
  const colour = states[state];
  const isTall = height > TALL;
  const y = isTall ? 17 : height / 2 + 4;
  const half = (width - 34) / 2;
  const at = isTall ? { x: 29, y: y + 17 } : { x: 29 + half, y };
  const named = fitted(label, isTall ? width - 40 : half - 8, MONO_12);
  const result = fitted(value, Math.max(20, width - at.x - [...detail].length * SANS_12 - 20), MONO_12);
  return [
    element('rect', {
      ...{ x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 3, fill: isNew ? groundLine : ground },
      stroke: state === 'running' || state === 'ready' ? colour : hairline,
      'stroke-dasharray': envelope === 0 ? '4 3' : null,
    }),
    element('path', { d: `M1.5 1V${height - 1}`, stroke: colour, 'stroke-width': 3 }),
    glyphSvg(STATES[state].glyph, { x: 17, y: y - 4 }, 13, colour),
    textAt(29, y, named, { fill: ink, isMono: true }),
    textAt(at.x, at.y, detail, { fill: colour }),
    textAt(width - 8, at.y, result, { fill: ink, isMono: true, anchor: 'end' }),
  ].join('');
}

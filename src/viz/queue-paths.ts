/** Lines of pipes and between them, as paths: for the page and for pictures of it alike. */
import type { Mouth } from '../trace/brokers.ts';
import type { LinkMark } from './queue-marks.ts';
import { MOUTH } from './queue-pipes.ts';

/** Wide open for many; a narrow opening for one; for its owner alone it is shut. Begins where the pipe ends. */
export function mouthPath(mouth: Mouth, height: number): string {
  switch (mouth) {
    case 'many':
      return `M0 0l${MOUTH} -7M0 ${height}l${MOUTH} 7`;
    case 'single':
      return `M0 0l${MOUTH} 10M0 ${height}l${MOUTH} -10`;
    case 'owner':
      return `M0 0l${MOUTH} 8V${height - 8}L0 ${height}`;
  }
}

/** Between two places, above and below. */
export function ticksPath(places: number, width: number, height: number): string {
  const each = width / places;
  return Array.from({ length: places - 1 }, (_, index) => `M${(index + 1) * each} 0v4m0 ${height - 4 - 4}v4`).join('');
}

/** From the origin; `arrow` is how its head is turned. */
export function linkPath({ detour, height, key, width }: Pick<LinkMark, 'detour' | 'height' | 'key' | 'width'>): {
  readonly line: string;
  readonly arrow: string;
} {
  const bend = Math.max(18, Math.abs(width) / 2) * (width < 0 ? -1 : 1);
  // From a member of a group up to its pipe: out to the side and back.
  const isSideways = key.startsWith('copy ');
  const side = isSideways ? (width < -200 ? -24 : 24) : 0;
  const around = `M0 0H-14V${detour}H${width + 22}V${height}H${width}`;
  const line =
    detour !== null
      ? around
      : isSideways
        ? `M0 0C${side} 0 ${width + side} ${height} ${width} ${height}`
        : `M0 0C${bend} 0 ${width - bend} ${height} ${width} ${height}`;
  const isBack = isSideways ? side > 0 : width < 0;
  return { line, arrow: `translate(${width} ${height})${isBack ? ' scale(-1 1)' : ''}` };
}

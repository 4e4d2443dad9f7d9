/** SVG as text: elements with attributes and nothing else, so that a picture needs no style sheet and no page around it. */

export type Attributes = Readonly<Record<string, string | number | null>>;

/** An attribute that is null is left out; numbers have two decimals at most. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(String(value))}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** Text from a program: whatever stands in it, it is text, and what XML cannot hold becomes a replacement character. */
export function escaped(text: string): string {
  return text.replace(UNWRITABLE, '\uFFFD').replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: just those are looked for.
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

export const FACE = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
export const MONO = 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace';

export interface TextLook {
  readonly fill: string;
  /** 12 when it is left out. */
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isMono?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly isStruck?: boolean;
  /** The colour behind it that keeps lines off its letters. */
  readonly halo?: string;
}

/** `y` is the base line. */
export function textAt(x: number, y: number, text: string, look: TextLook): string {
  const { anchor = 'start', fill, halo, isBold = false, isMono = false, isStruck = false, size = 12 } = look;
  return element(
    'text',
    {
      ...{ x, y, fill },
      'font-size': size === 12 ? null : size,
      'font-weight': isBold ? 600 : null,
      'font-family': isMono ? MONO : null,
      'text-anchor': anchor === 'start' ? null : anchor,
      'text-decoration': isStruck ? 'line-through' : null,
      stroke: halo ?? null,
      'stroke-width': halo === undefined ? null : 3,
      'stroke-linejoin': halo === undefined ? null : 'round',
      'paint-order': halo === undefined ? null : 'stroke',
    },
    escaped(text),
  );
}

/**
 * What a state looks like: a word, a glyph, a pattern and a colour for each theme, never colour alone. The style sheet
 * holds the same colours; a test compares them. Leaves out how a mark is drawn: that is `ui/Glyph.tsx`.
 */

export const STATES = {
  running: { word: 'running', glyph: 'triangle', pattern: 'solid', light: '#0b6e4f', dark: '#3ddc97' },
  ready: { word: 'ready', glyph: 'dots', pattern: 'hatch', light: '#8a6d00', dark: '#ffd166' },
  waiting: { word: 'waiting', glyph: 'pause', pattern: 'line', light: '#41618f', dark: '#8fb3e8' },
  cancelling: { word: 'cancelling', glyph: 'bolt', pattern: 'stripes', light: '#b45309', dark: '#ffb074' },
  done: { word: 'done', glyph: 'tick', pattern: 'cap-round', light: '#0b6e4f', dark: '#3ddc97' },
  failed: { word: 'failed', glyph: 'cross', pattern: 'cap-square', light: '#b3261e', dark: '#ff8a80' },
  cancelled: { word: 'cancelled', glyph: 'slashed-circle', pattern: 'cap-cut', light: '#6d28d9', dark: '#c4a7ff' },
  refused: { word: 'refused to cancel', glyph: 'shield', pattern: 'cap-open', light: '#b45309', dark: '#ffb074' },
  blocked: { word: 'blocks the loop', glyph: 'hourglass', pattern: 'cross-hatch', light: '#7a1f5c', dark: '#ff9ad5' },
  dropped: { word: 'dropped', glyph: 'falling-dot', pattern: 'hollow', light: '#6b7280', dark: '#9ca3af' },
} as const satisfies Record<string, StateLook>;

export type StateName = keyof typeof STATES;
export type GlyphName = (typeof STATES)[StateName]['glyph'];

interface StateLook {
  readonly word: string;
  readonly glyph: string;
  readonly pattern: string;
  readonly light: string;
  readonly dark: string;
}

/** What the marks stand on. */
export const GROUNDS = { light: '#ffffff', dark: '#0e1116' } as const;

/** Eight hues that stay apart for the colour-blind by lightness as well; a task's letter is always with them. */
export const TASK_HUES: readonly { readonly light: string; readonly dark: string }[] = [
  { light: '#3b5b92', dark: '#8fb3e8' },
  { light: '#b93c0a', dark: '#ff9e6b' },
  { light: '#0b7268', dark: '#5ee0cf' },
  { light: '#7a3fb0', dark: '#cba6f7' },
  { light: '#6b6300', dark: '#e0d25a' },
  { light: '#a8326e', dark: '#ff9cc9' },
  { light: '#0a6c93', dark: '#6fd0f5' },
  { light: '#7b4b2a', dark: '#d9b08c' },
];

/** WCAG's contrast of two colours written `#rrggbb`: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Icons of buttons. They say nothing to a screen reader: the button has a name. */
import type { ReactElement } from 'react';

const SHAPES = {
  first: <path d="M3 3h2v10H3zm10.5 0v10L6 8z" />,
  back: <path d="M11.5 3v10L4 8z" />,
  play: <path d="M4.5 2.5v11L13.5 8z" />,
  pause: <path d="M4 3h3v10H4zm5 0h3v10H9z" />,
  forward: <path d="M4.5 3v10L12 8z" />,
  last: <path d="M11 3h2v10h-2zM2.5 3v10L10 8z" />,
  stop: <path d="M3.5 3.5h9v9h-9z" />,
  up: <path d="m3 10 5-5 5 5z" />,
  plus: <path d="M7 3h2v4h4v2H9v4H7V9H3V7h4z" />,
  minus: <path d="M3 7h10v2H3z" />,
  pin: <path d="M5 2h6v1.5l-1 .5v3l2 2v1.5H8.7V15L8 16l-.7-1v-4.5H4V9l2-2V4l-1-.5z" />,
  down: <path d="m3 6 5 5 5-5z" />,
  sun: (
    <g fill="none" stroke="currentColor" strokeWidth="1.5">
      <circle cx="8" cy="8" r="3" fill="currentColor" />
      <path d="M8 1v2m0 10v2M1 8h2m10 0h2M3 3l1.5 1.5m7 7L13 13M13 3l-1.5 1.5m-7 7L3 13" />
    </g>
  ),
  moon: <path d="M13.5 10A6 6 0 0 1 6 2.5 6 6 0 1 0 13.5 10z" />,
  half: (
    <g>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 2a6 6 0 0 1 0 12z" />
    </g>
  ),
  panes: <path d="M2 3h12v10H2zM7 3v10M7 8h7" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  contrast: (
    <g>
      <path d="M2 2h12v12H2z" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M14 2v12H2z" />
    </g>
  ),
  haltBack: <path d="M6.5 3.5v9L1 8zM12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z" />,
  haltForward: <path d="M9.5 3.5v9L15 8zM4 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z" />,
  close: <path d="m3 3 10 10m0-10L3 13" fill="none" stroke="currentColor" strokeWidth="1.8" />,
} as const satisfies Record<string, ReactElement>;

export type IconName = keyof typeof SHAPES;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} fill="currentColor" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}

/** What the loop holds, drawn: shapes and names as SVG, headings with their terms as text. */
import { memo, useMemo } from 'react';
import { remember } from '../store/remember.ts';
import { eventAt, type Trace, worldAfter } from '../trace/trace.ts';
import { changedBy } from '../viz/focus.ts';
import { loopDrawing } from '../viz/loop.ts';
import type { Drawing, Mark, TextMark } from '../viz/marks.ts';
import { tween } from '../viz/tween.ts';
import { DrawingView } from './DrawingView.tsx';
import { Termed } from './Term.tsx';

export interface LoopPictureProps {
  readonly trace: Trace;
  /** Between two positions while it glides. */
  readonly shown: number;
  readonly width: number;
  readonly onTask: (task: number) => void;
  readonly selected: number;
  readonly onPick: (key: string) => void;
  readonly picked: string;
}

export function LoopPicture({ onPick, onTask, picked, selected, shown, trace, width }: LoopPictureProps) {
  const before = drawn(trace, Math.floor(shown), width);
  const after = drawn(trace, Math.ceil(shown), width);
  const drawing = tween(before, after, shown - Math.floor(shown));
  const { shapes, texts } = useMemo(() => parted(drawing), [drawing]);
  return (
    <div className="loop-picture">
      <DrawingView drawing={shapes} onTask={onTask} selected={selected} onPick={onPick} picked={picked} />
      {texts.map(({ key, look, opacity, text, x, y }) => (
        <p key={key} className="loop-text" data-look={look} style={{ left: x, top: y - BASE_LINE, opacity }}>
          <Line text={text} />
        </p>
      ))}
    </div>
  );
}

/** From the top of a line of text to what its letters stand on. */
const BASE_LINE = 14;

const Line = memo(Termed);

/** Headings and what is said of a cancellation hold terms; the rest are names. */
function parted(drawing: Drawing): { readonly shapes: Drawing; readonly texts: readonly TextMark[] } {
  const texts = drawing.marks.filter(isTermed);
  return { shapes: { ...drawing, marks: drawing.marks.filter((mark) => !isTermed(mark)) }, texts };
}

function isTermed(mark: Mark): mark is TextMark {
  return mark.kind === 'text' && (mark.look === 'heading' || mark.look === 'cancelling');
}

/** At rest both are the same one, which is drawn once. */
const drawn = remember((trace: Trace, position: number, width: number): Drawing => {
  const world = worldAfter(trace, position);
  return loopDrawing({ world, codes: trace.codes, width, changed: changedBy(eventAt(trace, position - 1)) });
});

/** The gutter of breakpoints: a disc, or a ring where there is a condition. Pressing it sets one or takes it away. */
import { type Extension, RangeSet } from '@codemirror/state';
import { type EditorView, GutterMarker, gutter } from '@codemirror/view';
import { looksField } from './looks.ts';

type OnToggle = (line: number) => void;

class Disc extends GutterMarker {
  private readonly hasCondition: boolean;
  constructor(hasCondition: boolean) {
    super();
    this.hasCondition = hasCondition;
  }

  override toDOM({ dom }: EditorView): Node {
    const disc = dom.ownerDocument.createElement('span');
    disc.className = this.hasCondition ? 'ls-breakpoint ls-conditional' : 'ls-breakpoint';
    return disc;
  }
}

const DISCS = { plain: new Disc(false), conditional: new Disc(true) };

export function breakpointGutter(onToggle: OnToggle): Extension {
  return gutter({
    class: 'ls-breakpoints',
    markers: ({ state }) => {
      const { breakpoints } = state.field(looksField).looks;
      const ranges = breakpoints
        .filter(({ line }) => line >= 1 && line <= state.doc.lines)
        .map(({ hasCondition, line }) =>
          (hasCondition ? DISCS.conditional : DISCS.plain).range(state.doc.line(line).from),
        );
      return RangeSet.of(ranges, true);
    },
    lineMarkerChange: (update) => update.startState.field(looksField) !== update.state.field(looksField),
    domEventHandlers: { mousedown: (view, block) => toggleAt(view, block.from, onToggle) },
  });
}

export function toggleAt({ state }: EditorView, offset: number, onToggle: OnToggle): true {
  onToggle(state.doc.lineAt(offset).number);
  return true;
}

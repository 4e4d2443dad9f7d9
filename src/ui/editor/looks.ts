/**
 * What the playhead shows on the code: the line that runs, a tag where each suspended task is parked with its awaiting
 * expression underlined, and mistakes at their place. Given from outside as plain data; the editor only draws it.
 */
import { type EditorState, type Extension, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutter, WidgetType } from '@codemirror/view';
import { type Looks, NO_LOOKS, type Place, type Runner, type Tag } from '../code-looks.ts';

export const setLooks = StateEffect.define<Looks>();

interface Shown {
  readonly looks: Looks;
  readonly decorations: DecorationSet;
}

export const looksField: Extension & StateField<Shown> = StateField.define<Shown>({
  create: () => ({ looks: NO_LOOKS, decorations: Decoration.none }),
  update(shown, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setLooks)) {
        return { looks: effect.value, decorations: decorate(transaction.state.doc, effect.value) };
      }
    }
    return transaction.docChanged
      ? { looks: shown.looks, decorations: shown.decorations.map(transaction.changes) }
      : shown;
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
});

class Arrow extends GutterMarker {
  override toDOM(view: EditorView): Node {
    const { ownerDocument } = view.dom;
    const holder = ownerDocument.createElement('span');
    holder.className = 'ls-arrow';
    holder.append(svg(ownerDocument, 'M2 1v10l8-5z', 12));
    return holder;
  }
}

const ARROW = new Arrow();

export const arrowGutter: Extension = gutter({
  class: 'ls-arrows',
  markers: (view) => {
    const { running } = view.state.field(looksField).looks;
    const at = running === null ? undefined : lineStart(view.state, running.line);
    return at === undefined ? RangeSet.empty : RangeSet.of(ARROW.range(at));
  },
  lineMarkerChange: (update) => update.startState.field(looksField) !== update.state.field(looksField),
});

class Tags extends WidgetType {
  readonly tags: readonly Tag[];
  readonly runner: Runner | null;
  readonly more: number;

  constructor(tags: readonly Tag[], runner: Runner | null, more = 0) {
    super();
    this.tags = tags;
    this.runner = runner;
    this.more = more;
  }

  override eq(other: Tags): boolean {
    return (
      JSON.stringify([this.tags, this.runner, this.more]) === JSON.stringify([other.tags, other.runner, other.more])
    );
  }

  override toDOM(view: EditorView): HTMLElement {
    const { ownerDocument } = view.dom;
    const holder = ownerDocument.createElement('span');
    if (this.runner !== null)
      holder.append(word(ownerDocument, `ls-runs ls-hue-${this.runner.hue}`, `${this.runner.letter} runs`));
    for (const tag of this.tags) {
      const element = word(ownerDocument, `ls-tag ls-hue-${tag.hue}`, tag.letter);
      element.prepend(svg(ownerDocument, 'M1 0h2.5v8H1zM4.5 0H7v8H4.5z', 8));
      element.title = `${tag.name} is suspended here`;
      holder.append(element);
    }
    if (this.more > 0) holder.append(word(ownerDocument, 'ls-more', `+ ${this.more}`));
    return holder;
  }
}

class Sentence extends WidgetType {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override eq(other: Sentence): boolean {
    return other.text === this.text;
  }

  override toDOM(view: EditorView): HTMLElement {
    return word(view.dom.ownerDocument, 'ls-said', this.text);
  }
}

function decorate(doc: Text, { hazardLine, mistakes, moreTags, running, siteLine, tags }: Looks): DecorationSet {
  const ranges = [];
  if (running !== null && running.line <= doc.lines && running.line > 0) {
    ranges.push(Decoration.line({ class: 'ls-running' }).range(doc.line(running.line).from));
  }
  if (hazardLine > 0 && hazardLine <= doc.lines) {
    ranges.push(Decoration.line({ class: 'ls-hazard' }).range(doc.line(hazardLine).from));
  }
  if (siteLine > 0 && siteLine <= doc.lines) {
    ranges.push(Decoration.line({ class: 'ls-site' }).range(doc.line(siteLine).from));
  }
  for (const [line, here] of Map.groupBy(tags, (tag) => tag.place.line)) {
    if (line < 1 || line > doc.lines) continue;
    const runner = running?.line === line ? running.by : null;
    ranges.push(
      Decoration.widget({ widget: new Tags(here, runner, moreTags.get(line)), side: 1 }).range(doc.line(line).to),
    );
    for (const tag of here) {
      const span = spanOf(doc, tag.place);
      if (span !== null)
        ranges.push(Decoration.mark({ class: `ls-await ls-hue-${tag.hue}` }).range(span.from, span.to));
    }
  }
  if (running !== null && running.by !== null && !tags.some(({ place }) => place.line === running.line)) {
    const at = running.line <= doc.lines && running.line > 0 ? doc.line(running.line).to : null;
    if (at !== null) ranges.push(Decoration.widget({ widget: new Tags([], running.by), side: 1 }).range(at));
  }
  for (const { message, place } of mistakes) {
    if (place.line < 1 || place.line > doc.lines) continue;
    const line = doc.line(place.line);
    const span = spanOf(doc, place);
    ranges.push(Decoration.line({ class: 'ls-mistaken' }).range(line.from));
    if (span !== null) ranges.push(Decoration.mark({ class: 'ls-mistake' }).range(span.from, span.to));
    ranges.push(Decoration.widget({ widget: new Sentence(message), side: 2, block: true }).range(line.to));
  }
  return Decoration.set(ranges, true);
}

/** Columns of a place count code points; the editor counts UTF-16 units. */
function spanOf(doc: Text, place: Place): { readonly from: number; readonly to: number } | null {
  if (place.column < 0 || place.line > doc.lines || place.endLine > doc.lines) return null;
  const from = doc.line(place.line);
  const to = doc.line(Math.max(place.line, place.endLine));
  const start = from.from + units(from.text, place.column);
  const end = to.from + (place.endColumn < 0 ? to.text.length : units(to.text, place.endColumn));
  return end > start ? { from: start, to: end } : null;
}

function units(text: string, codePoints: number): number {
  return [...text].slice(0, codePoints).join('').length;
}

function lineStart(state: EditorState, line: number): number | undefined {
  return line >= 1 && line <= state.doc.lines ? state.doc.line(line).from : undefined;
}

function word(owner: Document, className: string, text: string): HTMLElement {
  const element = owner.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

function svg(owner: Document, path: string, size: number): SVGElement {
  const element = owner.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const shape = owner.createElementNS('http://www.w3.org/2000/svg', 'path');
  element.setAttribute('viewBox', `0 0 ${size} ${size}`);
  element.setAttribute('fill', 'currentColor');
  element.setAttribute('aria-hidden', 'true');
  shape.setAttribute('d', path);
  element.append(shape);
  return element;
}

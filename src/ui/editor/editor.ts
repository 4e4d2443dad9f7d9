/**
 * The code editor, loaded late. It stands in a shadow root: there CodeMirror's style sheets are adopted ones, which the
 * page's Content Security Policy allows. Leaves out what is shown on the code: `looks.ts`.
 */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState, Transaction } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers, placeholder, type ViewUpdate } from '@codemirror/view';
import type { Looks } from '../code-looks.ts';
import { breakpointGutter, toggleAt } from './breakpoints.ts';
import { arrowGutter, looksField, setLooks } from './looks.ts';
import { HIGHLIGHT, THEME } from './theme.ts';

export interface Editor {
  readonly setText: (text: string) => void;
  readonly setLooks: (looks: Looks) => void;
  /** Scrolls a line of the program into view if it is not. */
  readonly reveal: (line: number) => void;
  readonly focus: (offset: number) => void;
  readonly destroy: () => void;
}

export interface EditorOptions {
  readonly text: string;
  readonly label: string;
  /** `lineNow`: where a line of the text before has gone. */
  readonly onEdit: (text: string, lineNow: (line: number) => number) => void;
  /** A breakpoint at this line is set or taken away. */
  readonly onToggle?: (line: number) => void;
  /** It can be looked at, and nothing else. */
  readonly isReadOnly?: boolean;
}

export function mountEditor(
  host: HTMLElement,
  { isReadOnly = false, label, onEdit, onToggle = () => {}, text }: EditorOptions,
): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        isReadOnly ? [] : breakpointGutter(onToggle),
        arrowGutter,
        lineNumbers({ domEventHandlers: { mousedown: (view, block) => toggleAt(view, block.from, onToggle) } }),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of('    '),
        EditorState.tabSize.of(4),
        EditorState.readOnly.of(isReadOnly),
        bracketMatching(),
        placeholder('Type or paste an asyncio program, then press Run.'),
        python(),
        syntaxHighlighting(HIGHLIGHT),
        THEME,
        looksField,
        typeOverSelection,
        keymap.of([{ key: 'F9', run: (view) => toggleAt(view, view.state.selection.main.head, onToggle) }]),
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-description': isReadOnly
            ? 'Press Escape and then Tab to leave the code.'
            : 'Press Escape and then Tab to leave the editor. F9 sets a breakpoint at the line.',
          tabindex: '0',
          autocapitalize: 'off',
          spellcheck: 'false',
          translate: 'no',
        }),
        EditorView.updateListener.of((update) => {
          const isTyped = update.transactions.some(
            (one) => one.docChanged && one.annotation(Transaction.remote) !== true,
          );
          if (isTyped) onEdit(update.state.doc.toString(), lineAfter(update));
        }),
      ],
    }),
  });
  return {
    setText: (next) => replaceText(view, next),
    setLooks: (looks) => view.dispatch({ effects: setLooks.of(looks) }),
    reveal: (line) => reveal(view, line),
    focus: (offset) => {
      view.focus();
      view.dispatch({ selection: { anchor: Math.min(offset, view.state.doc.length) } });
    },
    destroy: () => view.destroy(),
  };
}

/** Left to Chromium, the new letters keep the old ones' look as an inline style, and the Content Security Policy objects. */
const typeOverSelection = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { data, inputType } = event;
    if (inputType !== 'insertText' || data === null || view.composing || view.state.selection.main.empty) return false;
    view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
    event.preventDefault();
    return true;
  },
});

/** Where a line has gone with a change, by its beginning. */
function lineAfter({ changes, startState, state }: ViewUpdate): (line: number) => number {
  return (line) => {
    if (line < 1 || line > startState.doc.lines) return line;
    return state.doc.lineAt(changes.mapPos(startState.doc.line(line).from, 1)).number;
  };
}

function replaceText(view: EditorView, text: string): void {
  if (view.state.doc.toString() === text) return;
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
  });
}

function reveal(view: EditorView, line: number): void {
  if (line < 1 || line > view.state.doc.lines) return;
  const block = view.lineBlockAt(view.state.doc.line(line).from);
  const { clientHeight, scrollTop } = view.scrollDOM;
  const isSeen = block.top >= scrollTop && block.bottom <= scrollTop + clientHeight;
  if (!isSeen) view.scrollDOM.scrollTop = Math.max(0, block.top - clientHeight / 3);
}

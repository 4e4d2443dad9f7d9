/** A program as lines of pieces, each with the look of the editor's. For where code is shown and not edited. */
import { pythonLanguage } from '@codemirror/lang-python';
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';

export type CodeLook = 'plain' | 'keyword' | 'string' | 'number' | 'comment' | 'definition';

export interface CodePiece {
  readonly text: string;
  readonly look: CodeLook;
}

/** Each line without its end. */
export function codeLines(text: string): readonly (readonly CodePiece[])[] {
  const pieces: CodePiece[] = [];
  let at = 0;
  const upTo = (end: number, look: CodeLook) => {
    if (end > at) pieces.push({ text: text.slice(at, end), look });
    at = Math.max(at, end);
  };
  highlightTree(pythonLanguage.parser.parse(text), HIGHLIGHTER, (from, to, name) => {
    upTo(from, 'plain');
    upTo(to, LOOKS.find((look) => name.split(' ').includes(look)) ?? 'plain');
  });
  upTo(text.length, 'plain');
  return inLines(pieces);
}

const LOOKS = ['keyword', 'string', 'number', 'comment', 'definition'] as const satisfies readonly CodeLook[];

/** As in `editor/theme.ts`. */
const HIGHLIGHTER = tagHighlighter([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword], class: 'keyword' },
  { tag: [tags.string, tags.special(tags.string)], class: 'string' },
  { tag: [tags.number, tags.bool, tags.null], class: 'number' },
  { tag: tags.comment, class: 'comment' },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], class: 'definition' },
  { tag: tags.meta, class: 'definition' },
]);

/** A string of several lines is cut at their ends. */
function inLines(pieces: readonly CodePiece[]): readonly (readonly CodePiece[])[] {
  const lines: CodePiece[][] = [[]];
  for (const { look, text } of pieces) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, look });
    }
  }
  return lines;
}

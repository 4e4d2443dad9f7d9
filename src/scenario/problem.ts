/**
 * Why a link or a file was not opened: a code for programs, a sentence for people that says what
 * happened and what to do. A problem is a value; nothing in this folder throws it.
 */
export type Problem =
  | { readonly ok: false; readonly code: PlainCode; readonly sentence: string }
  | {
      readonly ok: false;
      readonly code: 'SCHEMA';
      readonly path: string;
      readonly sentence: string;
    }
  | {
      readonly ok: false;
      readonly code: 'NEWER';
      readonly version: number;
      readonly sentence: string;
    };

const SENTENCES = {
  EMPTY: 'This link has no program in it. Paste the whole link again, or open the gallery.',
  TOO_LONG:
    'This link is longer than 32,768 characters, more than a link may have. Ask for the scenario as a file, or open the gallery.',
  TRUNCATED:
    'The end of this link is missing: it was cut off on its way here. Paste the whole link again, or open the gallery.',
  ALPHABET:
    'This is not a Loopscope link, or its characters were changed on the way. Paste the link again, or open the gallery.',
  CHECKSUM:
    'This link was damaged on its way here, so its program was not opened. Paste the link again, or open the gallery.',
  TOO_BIG: 'This holds far more than a scenario may, so it was not opened. Open the gallery instead.',
  JSON: 'What is in here is not a scenario. Ask its author to share it again, or open the gallery.',
} as const;

export type PlainCode = keyof typeof SENTENCES;
export type ProblemCode = Problem['code'];

export function problem(code: PlainCode): Problem {
  return { ok: false, code, sentence: SENTENCES[code] };
}

/** `path` leads to the first field that is missing or not allowed: `f[0][1]`; empty for the whole. */
export function schemaProblem(path: string): Problem {
  const where = path === '' ? 'This' : `The field "${path}" of this scenario`;
  const what = path === '' ? 'is not a scenario' : 'is missing or not allowed';
  const sentence = `${where} ${what}, so it was not opened. Ask its author to share it again, or open the gallery.`;
  return { ok: false, code: 'SCHEMA', path, sentence };
}

export function newerProblem(version: number): Problem {
  const sentence = `This was made with a newer Loopscope (format ${version}). Refresh the page and open it again.`;
  return { ok: false, code: 'NEWER', version, sentence };
}

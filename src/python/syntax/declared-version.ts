/**
 * For which Python a program says it was written: a comment `# python: 3.4` in its first two lines, as PEP 263 has it for
 * encodings. Programs that say nothing are of 3.14.
 */
const DECLARATION = /^(?:[ \t\f]*(?:#[^\n]*)?\n)?[ \t\f]*#[ \t]*python:[ \t]*3\.(\d{1,2})\b/;

/** The minor number, 4 to 13; null for 3.14 and for a program that says nothing. */
export function declaredVersion(text: string): number | null {
  const minor = Number(DECLARATION.exec(text)?.[1] ?? 14);
  return minor >= 4 && minor < 14 ? minor : null;
}

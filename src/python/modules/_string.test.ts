import { expect, test } from 'vitest';
import '../objects/recorded.fixture.ts';
import { show } from '../objects/evaluate.fixture.ts';
import { stringModule } from './_string.ts';

const inModule = (text: string): string => show(text, stringModule());

test('the parser of templates gives literal text, field name, spec and conversion', () => {
  expect(inModule('list(formatter_parser("a{b.c!r:>{w}}d{{}}"))')).toBe(
    "[('a', 'b.c', '>{w}', 'r'), ('d{', None, None, None), ('}', None, None, None)]",
  );
  expect(inModule('list(formatter_parser("{}"))')).toBe("[('', '', '', None)]");
});

test('a faulty template raises when its faulty part is reached', () => {
  expect(inModule('list(formatter_parser("{"))')).toBe("ValueError: Single '{' encountered in format string");
  expect(inModule('formatter_parser(1)')).toBe('TypeError: expected str, got int');
});

test('a field name is its first part and an iterator over the others', () => {
  expect(inModule('list(formatter_field_name_split("a.b[0][k].c")[1])')).toBe(
    "[(True, 'b'), (False, 0), (False, 'k'), (True, 'c')]",
  );
  expect(inModule('formatter_field_name_split("0")[0]')).toBe('0');
  expect(inModule('list(formatter_field_name_split("a[")[1])')).toBe("ValueError: Missing ']' in format string");
});

/** Long texts are parsed with pauses, and what is dropped or interrupted in one leaves nothing behind. */
import { beforeAll, describe, expect, it } from 'vitest';
import { kerasScript } from '../../../bench/analysis/script.ts';
import type { ParseResult, Parser } from '../../../src/python/parse/parser.ts';
import { loadParser } from './loadParser.ts';

let parser: Parser;
beforeAll(async () => {
  parser = await loadParser();
});

const sound = kerasScript(1000);
const middle = sound.indexOf('\n', sound.length / 2);
const broken = `${sound.slice(0, middle)}\nmodel.add((\n${sound.slice(middle)}`;

/** How often a parse pauses, and what it gives. */
function counted(steps: Generator<void, ParseResult>): { pauses: number; result: ParseResult } {
  for (let pauses = 0; ; pauses++) {
    const { done, value } = steps.next();
    if (done) return { pauses, result: value as ParseResult };
  }
}

function said({ module, errors, comments }: ParseResult): string {
  return JSON.stringify({ module, errors, comments }, (_key, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
}

describe.each([
  ['a sound text', sound],
  ['a broken text', broken],
])('parsing %s', (_what, text) => {
  it('pauses often, the more so the longer it is', () => {
    const short = counted(parser.changing().parsing(text.slice(0, text.indexOf('\n\n') + 1)));
    const long = counted(parser.changing().parsing(text));
    expect(short.pauses).toBeLessThan(6);
    expect(long.pauses).toBeGreaterThan(6);
    expect(said(long.result)).toBe(said(parser.parse(text)));
  });

  it('gives the same when other texts are parsed in its pauses', () => {
    const steps = parser.changing().parsing(text);
    for (;;) {
      const { done, value } = steps.next();
      if (done) {
        expect(said(value as ParseResult)).toBe(said(parser.parse(text)));
        return;
      }
      parser.parse('x = 1\n');
    }
  });

  it('serves the next text when it was dropped in any pause', () => {
    const next = text.replace('Dense(64', 'Dense(65');
    const expected = said(parser.parse(next));
    const { pauses } = counted(parser.changing().parsing(text));
    const step = Math.ceil(pauses / 4);
    for (let dropAt = 1; dropAt <= pauses; dropAt += step) {
      const changing = parser.changing();
      changing.parse(sound);
      const steps = changing.parsing(text);
      for (let pause = 0; pause < dropAt; pause++) steps.next();
      expect(said(changing.parse(next)), `dropped in pause ${dropAt}`).toBe(expected);
      changing.dispose();
    }
  });
});

it.each(['"""', "text = r'''half\\\\'''", 'f("""', "print(f'{x}') or '''", '"""""'])(
  'gives the same for %s in a sound text as for a text of its own',
  quotes => {
    const line = sound.indexOf('\n', sound.length / 10) + 1;
    const endless = `${sound.slice(0, line)}${quotes}\n# A remark.\n${sound.slice(line)}`;
    const changing = parser.changing();
    for (const text of [sound, endless, `${endless}# More.\n`, sound, endless])
      expect(said(changing.parse(text))).toBe(said(parser.parse(text)));
    changing.dispose();
  },
);

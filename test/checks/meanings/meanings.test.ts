/** Mistakes of beginners: where each is told, in which sentence, and that a run of Python and NumPy raises what is said. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allLibraries } from '../../../src/library/index.ts';
import { formatMessage } from '../../../src/python/message.ts';
import { runPython } from '../../python/run.ts';
import { analyse } from '../markers.ts';

/** Blocks of `#: line sentence` and the program below it. */
const mistakes = readFileSync(new URL('./mistakes.py', import.meta.url), 'utf8')
  .split(/^#: /m)
  .slice(1)
  .map(block => {
    const [head] = block.split('\n', 1);
    const [, line, sentence] = /^(\d+) (.*)$/s.exec(head!)!;
    return { sentence: sentence!, line: Number(line), program: block.slice(head!.length + 1) };
  });

const chinese = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')) as Record<string, string>;

describe('a mistake is told in the names of the script', () => {
  test.each(mistakes)('$sentence', async ({ sentence, line, program }) => {
    const { findings } = await analyse(program);
    expect(findings.map(({ message }) => formatMessage(message))).toEqual([sentence]);
    const [{ span, raises, message }] = findings as [(typeof findings)[0]];
    expect(span.start.line).toBe(line);
    // Every name and number of the sentence is said in Chinese as well.
    const told = formatMessage(message, template => chinese[template] ?? '');
    for (const [place] of message.template.matchAll(/\{\d+\}/g))
      expect(told).toContain(String(message.args[Number(place.slice(1, -1))]));
    // What libraries of tables raise is held by their own programs, and costs much to load.
    if (/pandas|sklearn|matplotlib/.test(program)) return;
    const { result } = await runPython(program, { libraries: allLibraries() });
    const said = raises!.replace(/\. Did you mean: .*$/, '').split('\n')[0]!;
    expect(result.traceback).toContain(said.replace(/^\w+: /, '').trim());
  });
});

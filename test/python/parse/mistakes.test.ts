/** Programs that are no Python: what is said of them is what CPython says. */
import { describe, expect, it } from 'vitest';
import { firstProblem, problemMessage } from '../../../src/python/syntax.ts';
import { syntaxErrorText } from '../../../src/python/syntaxErrors.ts';
import { loadParser } from './loadParser.ts';
import recorded from './mistakes.recorded.json' with { type: 'json' };

const parser = await loadParser();

/**
 * CPython 3.11 has no better place for what is wrong inside of a string or with an indentation than a column near the
 * end of it; here it is the whole string or line.
 */
const placedOtherwise = /^f-string|^\((?:unicode|value) error\)|indent|bytes|__debug__|tabs/;

/** CPython marks the whole statement, and counts a column in bytes. */
const markedOtherwise = /__debug__|^bytes can only/;

describe('what CPython says of', () => {
  it.each(recorded)('$source', ({ source, type, message, line, column, printed }) => {
    const problem = firstProblem(parser.parse(source).errors);
    expect(problem).toBeDefined();
    const { start } = problem!.span;
    expect(`${problem!.type}: ${problemMessage(problem!)}, line ${start.line}`).toBe(
      `${type}: ${message}, line ${line}`,
    );
    if (!placedOtherwise.test(message)) expect(start.column).toBe(column);
    if (!markedOtherwise.test(message)) expect(syntaxErrorText(problem!, 'script.py', source)).toBe(printed);
  });
});

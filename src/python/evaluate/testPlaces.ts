/**
 * What a traceback marks when the truth of a test fails. CPython compiles `not`, `and`, `or` and `if … else` of a
 * condition into jumps of the whole statement; from a comparison on they count as its.
 */
import type { TracedPlace } from '../errors.ts';
import type { Expression } from '../syntax.ts';
import type { Compiler } from './compiler.ts';

/**
 * Notes the places of the parts of a statement's test before it is compiled, and gives that of what comes after it.
 */
export function placeTests(compiler: Compiler, test: Expression, statement: TracedPlace): TracedPlace {
  switch (test.kind) {
    case 'UnaryOp': {
      if (test.op !== 'Not') break;
      const place = placeTests(compiler, test.operand, statement);
      compiler.testPlaces.set(test, place);
      return place;
    }
    case 'BoolOp':
      return test.values.reduce((place, value) => placeTests(compiler, value, place), statement);
    case 'IfExp':
      return [test.test, test.body, test.orelse].reduce(
        (place, part) => placeTests(compiler, part, place),
        statement,
      );
    case 'Compare':
      compiler.testPlaces.set(test, test);
      return test;
    default:
      break;
  }
  compiler.testPlaces.set(test, statement);
  return statement;
}

/** Finds clauses (`else:`, `except:`) below which no statement stands that they could belong to. */
import type { SyntaxProblem } from '../syntax.ts';
import type { Source } from './source.ts';
import type { LogicalLine } from './tokens.ts';

/** What a clause may follow at the same indentation. */
const OWNERS: Readonly<Record<string, ReadonlySet<string>>> = {
  elif: new Set(['if', 'elif']),
  else: new Set(['if', 'elif', 'for', 'while', 'try', 'except']),
  except: new Set(['try', 'except']),
  finally: new Set(['try', 'except', 'else']),
};

/** The lines behind the block of a `try` that are no clause of it, by their offsets. */
export function afterTry(source: Source, lines: readonly LogicalLine[]): Map<number, SyntaxProblem> {
  const found = new Map<number, SyntaxProblem>();
  const tries: string[] = [];
  for (const line of lines) {
    const [first] = line.tokens;
    while (tries.length > 0 && line.indentation.length <= tries.at(-1)!.length) {
      const beside = tries.pop() === line.indentation;
      if (beside && /^(?:except|finally)$/.test(first!.text)) continue;
      const template = "expected 'except' or 'finally' block";
      found.set(line.start, source.problem(first!.start, first!.end, template));
    }
    if (first!.text === 'try' && line.tokens.at(-1)!.text === ':') tries.push(line.indentation);
  }
  return found;
}

/** The problems by the offset of the line: CPython finds each at the clause's own word. */
export function strayClauses(source: Source, lines: readonly LogicalLine[]): Map<number, SyntaxProblem> {
  const found = new Map<number, SyntaxProblem>();
  /** The last line of each open block, by its indentation. */
  const open: { indentation: string; word: string }[] = [];
  for (const line of lines) {
    while (open.length > 0 && open.at(-1)!.indentation.length > line.indentation.length) open.pop();
    const before = open.at(-1);
    const [first, second] = line.tokens;
    const word = first!.text === 'async' ? (second?.text ?? '') : first!.text;
    const isBeside = before !== undefined && before.indentation === line.indentation;
    const owners = first!.type === 'name' && Object.hasOwn(OWNERS, word) ? OWNERS[word]! : null;
    if (owners !== null && !owners.has(isBeside ? before.word : '')) {
      found.set(line.start, source.problem(first!.start, first!.end, 'invalid syntax'));
    }
    if (isBeside) before.word = word;
    else open.push({ indentation: line.indentation, word });
  }
  return found;
}

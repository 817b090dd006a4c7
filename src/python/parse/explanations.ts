/** Says in plain words what CPython's messages on syntax mean and what to write instead. */

import { type Message, message } from '../message.ts';
import type { SyntaxProblem } from '../syntax.ts';
import { rarerExplanations } from './rarerExplanations.ts';

type Explain = (...args: string[]) => Message;

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

const positionalLast: Explain = () =>
  message('Arguments without a name come first: move this one before those with a name or `**`.');
const starsLast: Explain = () => message('`*` arguments come before `**` arguments.');
const notATarget: Explain = what =>
  message('`=` needs a name, attribute or item on its left. To compare with {0}, write `==`.', what!);
const needsBlock: Explain = header =>
  message('The line after {0} must be indented; `pass` stands for a block that does nothing.', header!);
const declareFirst: Explain = name =>
  message('`{0}` must be declared before the function uses it: move the declaration up.', name!);
const capture: Explain = () =>
  message('This pattern matches everything, so what follows is never tried: move it last.');

/** By CPython's template. What is not listed speaks for itself. */
const explanations: Readonly<Record<string, Explain>> = {
  ...rarerExplanations,
  "Missing parentheses in call to '{0}'. Did you mean {0}(...)?": name =>
    message('`{0}` is a function in Python 3: write `{0}(...)`.', name!),
  "expected '{0}'": token => message('A `{0}` is missing here.', token!),
  "'{0}' was never closed": open =>
    message("'{0}' was never closed: the matching `{1}` is missing.", open!, closing[open!] ?? ''),
  "unmatched '{0}'": close => message('There is no bracket open that this `{0}` could close.', close!),
  "closing parenthesis '{0}' does not match opening parenthesis '{1}'": (close, open) =>
    message('`{0}` is open here: close it by `{1}`, not by `{2}`.', open!, closing[open!] ?? '', close!),
  "closing parenthesis '{0}' does not match opening parenthesis '{1}' on line {2}": (close, open, line) =>
    message(
      'The `{0}` of line {1} is still open: close it by `{2}`, not by `{3}`.',
      open!,
      line!,
      closing[open!] ?? '',
      close!,
    ),
  'unterminated string literal (detected at line {0})': () =>
    message('The closing quote of this string is missing.'),
  'unterminated triple-quoted string literal (detected at line {0})': () =>
    message('The three closing quotes of this string are missing.'),
  "invalid syntax. Maybe you meant '==' or ':=' instead of '='?": () =>
    message('`=` assigns and cannot stand in an expression: write `==` to compare.'),
  'invalid syntax. Perhaps you forgot a comma?': () =>
    message('Two values stand side by side: a comma or operator is missing between them.'),
  "cannot assign to {0} here. Maybe you meant '==' instead of '='?": notATarget,
  'cannot assign to {0}': notATarget,
  'cannot delete {0}': what => message('`del` takes names, attributes and items, no {0}.', what!),
  "'{0}' is an illegal expression for augmented assignment": what =>
    message('Operators like `+=` change one name, attribute or item, no {0}.', what!),
  'expression cannot contain assignment, perhaps you meant "=="?': () =>
    message('The name of a keyword argument is a plain word. To compare, write `==`.'),
  'positional argument follows keyword argument': positionalLast,
  'positional argument follows keyword argument unpacking': positionalLast,
  'iterable argument unpacking follows keyword argument unpacking': starsLast,
  'keyword argument repeated: {0}': name => message('`{0}` is passed twice.', name!),
  "duplicate argument '{0}' in function definition": name =>
    message('Two parameters are called `{0}`.', name!),
  'non-default argument follows default argument': () =>
    message('Parameters without a default come before those with one.'),
  'Generator expression must be parenthesized': () =>
    message('Beside other arguments a generator expression needs parentheses of its own.'),
  "expected 'else' after 'if' expression": () =>
    message('`a if condition` needs an `else` with the other value.'),
  "expected 'except' or 'finally' block": () => message('A `try` needs an `except` or a `finally`.'),
  'multiple exception types must be parenthesized': () =>
    message('Several exception types stand in parentheses: `except (A, B):`.'),
  'expected an indented block after {0} on line {1}': needsBlock,
  'unexpected indent': () =>
    message('This line is indented further than the one before, which opens no block.'),
  'unindent does not match any outer indentation level': () =>
    message('This line must be indented exactly as one of the blocks around it.'),
  'inconsistent use of tabs and spaces in indentation': () =>
    message('Tabs and spaces are mixed in the indentation: use only spaces.'),
  "'{0}' outside function": word => message('`{0}` only works inside a function.', word!),
  "'{0}' outside loop": word => message('`{0}` only works inside a loop.', word!),
  "'{0}' not properly in loop": word => message('`{0}` only works inside a loop.', word!),
  "'{0}' outside async function": word => message('`{0}` only works inside an `async def`.', word!),
  'nonlocal declaration not allowed at module level': () =>
    message('`nonlocal` names a variable of a function around this one; here is none.'),
  "no binding for nonlocal '{0}' found": name =>
    message('No function around this one has a variable `{0}`. For one of the file, write `global`.', name!),
  "name '{0}' is assigned to before global declaration": declareFirst,
  "name '{0}' is used prior to global declaration": declareFirst,
  "name '{0}' is assigned to before nonlocal declaration": declareFirst,
  "name '{0}' is used prior to nonlocal declaration": declareFirst,
  "invalid character '{0}' (U+{1})": character =>
    message(
      '`{0}` is not a character of Python; was it typed with another keyboard layout, or copied?',
      character!,
    ),
  'invalid decimal literal': () =>
    message('A number and a name stand side by side; names cannot begin with a digit.'),
  'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers': () =>
    message('Numbers do not begin with 0; octal numbers are written with `0o`.'),
  'unexpected character after line continuation character': () =>
    message('Nothing may follow the backslash that continues a line, not even a space.'),
  "f-string: expecting '}'": () =>
    message('A `{0}` in the f-string is not closed; a brace of the text itself is doubled.', '{'),
  "f-string: single '}' is not allowed": () =>
    message('A brace of the text itself is doubled in an f-string: `{0}`.', '}}'),
  'f-string: empty expression not allowed': () =>
    message('There is no expression between the braces of the f-string.'),
  "name capture '{0}' makes remaining patterns unreachable": capture,
  'wildcard makes remaining patterns unreachable': capture,
};

/** Null where there is nothing to add to CPython's own words. */
export function syntaxExplanation(problem: SyntaxProblem): Message | null {
  const explain = Object.hasOwn(explanations, problem.template) ? explanations[problem.template] : undefined;
  return explain === undefined ? null : explain(...problem.args);
}

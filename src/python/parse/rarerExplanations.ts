/** What rarer messages of CPython on syntax mean, in plain words. */

import { type Message, message } from '../message.ts';

/** By CPython's template. */
export const rarerExplanations: Readonly<Record<string, (...args: string[]) => Message>> = {
  'invalid syntax': () =>
    message('Python cannot read on from here; often what is wrong stands just before it.'),
  'only single target (not {0}) can be annotated': () =>
    message('A type annotation belongs to one variable: annotate each on a line of its own.'),
  'illegal target for annotation': () =>
    message('What stands before the `:` is no variable that could have a type.'),
  'expected one or more exception types': () => message('`except*` needs the types that it handles.'),
  "cannot have both 'except' and 'except*' on the same 'try'": () =>
    message('Use either `except` or `except*` for all handlers of a `try`.'),
  "cannot use '_' as a target": () => message('`_` matches anything and keeps nothing: choose another name.'),
  'positional patterns follow keyword patterns': () =>
    message('Patterns without a name come before those with one.'),
  "':' expected after dictionary key": () =>
    message('Each key of a dictionary is followed by `:` and its value.'),
  "expression expected after dictionary key and ':'": () => message('The value behind this key is missing.'),
  'cannot use a starred expression in a dictionary value': () =>
    message('`*` spreads values in lists and calls, not in a dictionary.'),
  'dict unpacking cannot be used in dict comprehension': () =>
    message('`**` cannot stand in a comprehension: loop over `.items()` instead.'),
  'iterable unpacking cannot be used in comprehension': () =>
    message('`*` cannot stand in a comprehension: add a second `for` instead.'),
  'cannot use starred expression here': () =>
    message('`*` spreads values only inside of lists, tuples, sets and calls.'),
  "can't use starred expression here": () =>
    message('`*` spreads values only inside of lists, tuples, sets and calls.'),
  'cannot use double starred expression here': () =>
    message('`**` spreads a dictionary only inside of dictionaries and calls.'),
  'did you forget parentheses around the comprehension target?': () =>
    message('A tuple as the element of a comprehension needs parentheses.'),
  "name '{0}' is parameter and global": () =>
    message('A parameter cannot be a variable of the file at the same time: rename one.'),
  "name '{0}' is parameter and nonlocal": () =>
    message('A parameter cannot be a variable of the function around at the same time: rename one.'),
  "name '{0}' is nonlocal and global": () => message('A name is either `nonlocal` or `global`.'),
  'named arguments must follow bare *': () =>
    message('Behind a `*` alone there must be parameters that are passed by name.'),
  '* argument may appear only once': () => message('A function has at most one `*` parameter.'),
  'arguments cannot follow var-keyword argument': () => message('The `**` parameter comes last.'),
  'var-keyword argument cannot have default value': () =>
    message('A `**` parameter has no default: it is an empty dictionary when nothing is passed.'),
  'var-positional argument cannot have default value': () =>
    message('A `*` parameter has no default: it is an empty tuple when nothing is passed.'),
  'at least one argument must precede /': () =>
    message('`/` ends the parameters that are passed by position: one must come before it.'),
  '/ may appear only once': () => message('A function has at most one `/` among its parameters.'),
  '/ must be ahead of *': () => message('Among the parameters `/` comes before `*`.'),
  'Function parameters cannot be parenthesized': () =>
    message('Parameters stand side by side without parentheses of their own.'),
  'Lambda expression parameters cannot be parenthesized': () =>
    message('The parameters of a `lambda` stand without parentheses.'),
  'expected default value expression': () => message('The default value behind this `=` is missing.'),
  'trailing comma not allowed without surrounding parentheses': () =>
    message('Names of an import end without a comma, or stand in parentheses.'),
  'import * only allowed at module level': () =>
    message('`import *` works only at the top level of a file: name what you need.'),
  'future feature {0} is not defined': what => message('`__future__` has no `{0}`.', what!),
  'from __future__ imports must occur at the beginning of the file': () =>
    message('Move this import to the beginning of the file.'),
  "default 'except:' must be last": () =>
    message('An `except:` without a type takes everything: it comes last.'),
  'cannot use assignment expressions with {0}': what =>
    message('`:=` gives a value to a plain name only, no {0}.', what!),
  "assignment expression cannot rebind comprehension iteration variable '{0}'": what =>
    message("`{0}` is the variable of the comprehension's own loop: choose another name.", what!),
  'assignment expression cannot be used in a comprehension iterable expression': () =>
    message('`:=` cannot stand in what a comprehension goes over.'),
  'assignment expression within a comprehension cannot be used in a class body': () =>
    message('In the body of a class a comprehension cannot use `:=`.'),
  'starred assignment target must be in a list or tuple': () =>
    message('`*name` collects the rest of several values: write `*name, = …`.'),
  'multiple starred expressions in assignment': () => message('Only one name may collect the rest.'),
  'invalid hexadecimal literal': () => message('A hexadecimal number has the digits 0 to 9 and a to f.'),
  "invalid digit '{0}' in binary literal": () => message('A binary number has only the digits 0 and 1.'),
  "invalid digit '{0}' in octal literal": () => message('An octal number has only the digits 0 to 7.'),
  "f-string: invalid conversion character: expected 's', 'r', or 'a'": () =>
    message('Behind `!` stands `r`, `s` or `a`; a format follows a `:`.'),
  'f-string: invalid syntax. Perhaps you forgot a comma?': () =>
    message('What stands between the braces of the f-string is no expression.'),
  'f-string: invalid syntax': () =>
    message('What stands between the braces of the f-string is no expression.'),
  "f-string: closing parenthesis '{0}' does not match opening parenthesis '{1}'": () =>
    message('A bracket between the braces of the f-string is not closed.'),
  "f-string: unmatched '{0}'": () => message('A bracket between the braces of the f-string has no partner.'),
  "f-string: expression required before '{0}'": what =>
    message('There is no expression before the `{0}` in the f-string.', what!),
  'bytes can only contain ASCII literal characters': () =>
    message("In a `b'…'` only ASCII characters may stand: write the text without `b` and use `.encode()`."),
  'cannot mix bytes and nonbytes literals': () =>
    message('Text and bytes cannot be joined: give both a `b`, or neither.'),
  "(unicode error) 'unicodeescape' codec can't decode bytes in position {0}-{1}: truncated \\xXX escape":
    () => message("`\\x` needs two hexadecimal digits. In a Windows path write `r'…'` or forward slashes."),
  "(unicode error) 'unicodeescape' codec can't decode bytes in position {0}-{1}: truncated \\uXXXX escape":
    () => message("`\\u` needs four hexadecimal digits. In a Windows path write `r'…'` or forward slashes."),
  "(unicode error) 'unicodeescape' codec can't decode bytes in position {0}-{1}: truncated \\UXXXXXXXX escape":
    () => message("`\\U` needs eight hexadecimal digits. In a Windows path write `r'…'` or forward slashes."),
  "(unicode error) 'unicodeescape' codec can't decode bytes in position {0}-{1}: unknown Unicode character name":
    () => message('There is no character of this name.'),
  "(unicode error) 'unicodeescape' codec can't decode bytes in position {0}-{1}: malformed \\N character escape":
    () =>
      message(
        "`\\N` needs the name of a character in braces. In a Windows path write `r'…'` or forward slashes.",
      ),
  "(unicode error) 'unicodeescape' codec can't decode bytes in position {0}-{1}: illegal Unicode character":
    () => message('There is no character of this number.'),
  '(value error) invalid \\x escape at position {0}': () => message('`\\x` needs two hexadecimal digits.'),
  "'{0}' inside async function": what =>
    message('`{0}` does not work inside an `async def`: loop with `async for` and `yield`.', what!),
  "'{0}' with value in async generator": () => message('An `async def` with `yield` returns no value.'),
  'asynchronous comprehension outside of an asynchronous function': () =>
    message('A comprehension with `async for` or `await` only works inside an `async def`.'),
  "'{0}' inside list comprehension": what =>
    message('`{0}` cannot stand in a comprehension: write a loop.', what!),
  "multiple assignments to name '{0}' in pattern": what =>
    message('A pattern gives `{0}` a value twice.', what!),
  'mapping pattern checks duplicate key ({0})': () => message('The key stands twice in the pattern.'),
  'attribute name repeated in class pattern: {0}': what =>
    message('`{0}` stands twice in the pattern.', what!),
  'multiple starred names in sequence pattern': () =>
    message('Only one name of a pattern may collect the rest.'),
  'imaginary number required in complex literal': () =>
    message('Behind the sign of a complex pattern stands an imaginary number such as `2j`.'),
  'assignment to yield expression not possible': () =>
    message('`yield` gives a value out and cannot be assigned to.'),
  'unexpected unindent': () =>
    message('The decorator above needs a function or class below it, indented as it is.'),
};

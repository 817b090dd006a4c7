/** The string module. */

import { stringOf } from '../../python/builtins/conversions.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import { KeyError, makeException, PythonError, raise, ValueError } from '../../python/errors.ts';
import { method, named, native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { objectClass } from '../../python/types.ts';
import type { PyInstance, Value } from '../../python/values.ts';
import { FORMATTER } from './stringFormatter.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const WHITESPACE = ' \t\n\r\v\f';

const PLACEHOLDER = /\$(?:(\$)|([_a-z][_a-z0-9]*)|\{([_a-z][_a-z0-9]*)\}|())/gi;

function substitute(py: Interpreter, self: Value, mapping: Value, keywords: PyDict, isSafe: boolean): string {
  const template = stringOf((self as PyInstance).attributes!.get('template')!, 'template');
  return template.replace(PLACEHOLDER, (whole, escaped, bare, braced, _invalid, at: number) => {
    if (escaped !== undefined) return '$';
    const name: string | undefined = bare ?? braced;
    if (name === undefined) {
      if (isSafe) return whole;
      const before = template.slice(0, at);
      const line = before.split('\n').length;
      throw raise(
        ValueError,
        `Invalid placeholder in string: line ${line}, col ${at - before.lastIndexOf('\n')}`,
      );
    }
    const keyword = keywords.getString(name);
    if (keyword !== undefined) return py.str(keyword);
    const value = mapping instanceof PyDict ? mapping.get(name, py.keyRules) : undefined;
    if (value !== undefined) return py.str(value);
    if (isSafe) return whole;
    throw new PythonError(makeException(KeyError, name));
  });
}

const templateClass = new PyClass(
  'Template',
  [objectClass],
  named(
    method('__init__(self, template)', ([self, template]) => {
      (self as PyInstance).attributes!.set('template', template);
      return null;
    }),
    method('substitute(self, mapping=None, /, **kws)', ([self, mapping, keywords], py) =>
      substitute(py, self, mapping, keywords as PyDict, false),
    ),
    method('safe_substitute(self, mapping=None, /, **kws)', ([self, mapping, keywords], py) =>
      substitute(py, self, mapping, keywords as PyDict, true),
    ),
  ),
  { module: 'string' },
);

export const module: LibraryModule = {
  name: 'string',
  entries: () => [
    ['ascii_lowercase', LOWER],
    ['ascii_uppercase', LOWER.toUpperCase()],
    ['ascii_letters', LOWER + LOWER.toUpperCase()],
    ['digits', DIGITS],
    ['hexdigits', `${DIGITS}abcdefABCDEF`],
    ['octdigits', '01234567'],
    ['punctuation', PUNCTUATION],
    ['whitespace', WHITESPACE],
    ['printable', DIGITS + LOWER + LOWER.toUpperCase() + PUNCTUATION + WHITESPACE],
    ['Template', templateClass],
    ...named(
      native('capwords(s, sep=None)', ([text, separator], py) => {
        const words = py.collect(py.callMethod(text, 'split', [separator]));
        return words
          .map(word => py.callMethod(word, 'capitalize'))
          .join(separator === null ? ' ' : String(separator));
      }),
    ),
  ],
  source: FORMATTER,
};

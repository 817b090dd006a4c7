/** Methods of bytes and bytearray that work as those of text do. */
import type { NativeFunction } from '../functions.ts';
import { PyBytes, PyList, PyTuple, type Value } from '../values.ts';
import { fromLatin, latin, like, read } from './bytesContents.ts';
import { reading } from './operatorMethods.ts';

/** High bytes as characters that are neither letters nor white space, so that only ASCII has case. */
function shielded(data: Uint8Array): string {
  return latin(data).replace(/[\u0080-\u00ff]/g, character =>
    String.fromCharCode(0xf700 + character.charCodeAt(0)),
  );
}

function unshielded(text: string): string {
  return text.replace(/[\uf780-\uf7ff]/g, character => String.fromCharCode(character.charCodeAt(0) - 0xf700));
}

/** Methods that work as the string's do, byte by byte. */
export function stringLike(): NativeFunction[] {
  const viaText = (signature: string) => {
    const name = signature.slice(0, signature.indexOf('('));
    return reading('bytes', signature, read, (self, args, py) => {
      const convert = (value: Value): Value =>
        value instanceof PyBytes
          ? shielded(value.data)
          : value instanceof PyTuple
            ? new PyTuple(value.items.map(convert))
            : value;
      const result = py.callMethod(shielded(self.data), name, args.map(convert));
      return back(self, result);
    });
  };
  const back = (self: PyBytes, value: Value): Value => {
    if (typeof value === 'string') return like(self, fromLatin(unshielded(value)));
    if (value instanceof PyList) return new PyList(value.items.map(item => back(self, item)));
    if (value instanceof PyTuple) return new PyTuple(value.items.map(item => back(self, item)));
    return value;
  };
  return [
    'find(self, sub, start=None, end=None, /)',
    'rfind(self, sub, start=None, end=None, /)',
    'count(self, sub, start=None, end=None, /)',
    'startswith(self, prefix, start=None, end=None, /)',
    'endswith(self, suffix, start=None, end=None, /)',
    'split(self, sep=None, maxsplit=-1)',
    'rsplit(self, sep=None, maxsplit=-1)',
    'splitlines(self, keepends=False)',
    'partition(self, sep, /)',
    'rpartition(self, sep, /)',
    'replace(self, old, new, count=-1, /)',
    'strip(self, chars=None, /)',
    'lstrip(self, chars=None, /)',
    'rstrip(self, chars=None, /)',
    'upper(self, /)',
    'lower(self, /)',
    'title(self, /)',
    'capitalize(self, /)',
    'swapcase(self, /)',
    "ljust(self, width, fillchar=b' ', /)",
    "rjust(self, width, fillchar=b' ', /)",
    "center(self, width, fillchar=b' ', /)",
    'zfill(self, width, /)',
    'isdigit(self, /)',
    'isalpha(self, /)',
    'isalnum(self, /)',
    'isspace(self, /)',
    'isupper(self, /)',
    'islower(self, /)',
    'removeprefix(self, prefix, /)',
    'removesuffix(self, suffix, /)',
  ].map(signature => viaText(signature.replace("b' '", "' '")));
}

/** A number where the shape of a sample belongs: `input_shape=(784)` for `input_shape=(784,)`. */
import { type PythonError, TypeError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import type { Span } from '../../../../python/syntax.ts';
import { classOf } from '../../../../python/types.ts';
import type { Value } from '../../../../python/values.ts';
import { raiseInWords } from '../../versionWords.ts';

/** Keras's error, with the tuple as the fix where it is known where the number stands. */
export function numberAsShape(
  py: Interpreter,
  shape: Value,
  argument: 'shape' | 'input_shape',
  span: Span | null,
): PythonError {
  const shown = py.str(shape);
  return raiseInWords(
    py,
    {
      3: `Cannot convert '${shown}' to a shape.`,
      2: [TypeError, `'${classOf(shape).name}' object is not iterable`],
    },
    {
      code: 'shape-not-a-tuple',
      blame: span === null ? { kind: 'argument', name: argument } : { kind: 'span', span },
      explanation: message(
        'A shape is a tuple: `({0},)` is the shape of one sample with {0} features.',
        shown,
      ),
      fixes:
        span === null
          ? []
          : [
              {
                kind: 'write-shape-as-tuple',
                title: message('Change to `({0},)`', shown),
                edits: [{ span, text: `(${shown},)` }],
                preferred: true,
              },
            ],
    },
  );
}

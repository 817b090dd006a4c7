/** What is said of metrics that do not exist. */
import { type PythonError, TypeError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { classOf } from '../../../python/types.ts';
import type { Value } from '../../../python/values.ts';
import { misspelt } from '../errors/spelling.ts';
import { raiseInWords } from '../versionWords.ts';
import { metricNames } from './metricClasses.ts';

/** Keras's error for a metric that does not exist. */
export function unknownMetric(py: Interpreter, value: Value): PythonError {
  const shown = py.str(value);
  const uncalled = `'${classOf(value).name}' object is not callable`;
  return raiseInWords(
    py,
    {
      1: typeof value === 'string' ? `Invalid metric: ${shown}` : [TypeError, uncalled],
      // A name that tf.keras does not find is taken for the function itself.
      2:
        typeof value === 'string' ? [TypeError, uncalled] : `Could not interpret metric identifier: ${shown}`,
      3: `Could not interpret metric identifier: ${shown}`,
    },
    {
      ...misspelt(py, 'metrics', value, metricNames()),
      code: 'unknown-metric',
      explanation: message('There is no metric called `{0}`.', shown),
    },
  );
}

/** The KeyError for a column that a table does not have, which says the columns that it has. */
import { PyDict } from '../../python/collections.ts';
import { type ErrorDetail, KeyError, makeException, withDetail } from '../../python/errors.ts';
import { native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { message } from '../../python/message.ts';
import type { Value } from '../../python/values.ts';
import { nearestName } from '../keras/errors/spelling.ts';

/** More columns than these are not listed. */
const MOST_COLUMNS = 12;

function detailFor(py: Interpreter, key: Value, columns: readonly string[]): ErrorDetail {
  if (columns.length === 0 || typeof key !== 'string') return {};
  if (columns.length <= MOST_COLUMNS) {
    const listed = columns.map(name => `\`${py.repr(name)}\``).join(', ');
    return { explanation: message('There is no column `{0}`: the columns are {1}.', py.repr(key), listed) };
  }
  const meant = nearestName(key, columns);
  return meant === null
    ? {}
    : {
        explanation: message('There is no column `{0}`; did you mean `{1}`?', py.repr(key), py.repr(meant)),
      };
}

export const absentColumn = native(
  'absent_column(key, table)',
  ([key, table], py) => {
    const exception = makeException(KeyError, key);
    const names = table instanceof PyDict ? [...table.keys()] : [];
    const areNames = names.every(name => typeof name === 'string');
    return py.running || !areNames ? exception : withDetail(exception, detailFor(py, key, names as string[]));
  },
  'What to raise where a table has no column of this name.',
);

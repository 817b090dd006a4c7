/** `np.linalg`. */
import { PyClass } from '../../python/classes.ts';
import { Exception } from '../../python/errors.ts';
import type { NativeFunction } from '../../python/functions.ts';
export const LinAlgError = new PyClass('LinAlgError', [Exception], [], { module: 'numpy.linalg' });
export const linearAlgebraFunctions: readonly NativeFunction[] = [];

/** The error that NumPy's universal functions raise for types they have no loop for. */
import { PyClass } from '../../python/classes.ts';
import { TypeError } from '../../python/errors.ts';

/** `numpy.core._exceptions.UFuncTypeError`. */
export const UFuncTypeError = new PyClass('UFuncTypeError', [TypeError], [], {
  module: 'numpy.core._exceptions',
});

/** Logarithm and exponential for `scipy.special`, which the C library computes there, to the last digit. */
import { named, native } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import type { Value } from '../../python/values.ts';
import { concreteArray, NdArray, requireNumbers } from '../numpy/ndarray.ts';
import { fromItems } from '../numpy/storage.ts';
import { preciseExp, preciseLog } from '../preciseFunctions.ts';

function elementwise(name: string, compute: (x: number) => number) {
  return native(
    `${name}(x)`,
    ([x], py): Value => {
      if (!(x instanceof NdArray) || x.data === null || x.dtype !== 'float64')
        return py.callMethod(py.importModule('numpy'), name, [x]);
      const items = Float64Array.from(requireNumbers(x), compute);
      return concreteArray(fromItems(items, x.shape as number[], 'float64'));
    },
    `As numpy.${name}, rounded correctly for float64.`,
  );
}

export const preciseModule: LibraryModule = {
  name: 'scipy.special._precise',
  entries: () => named(elementwise('exp', preciseExp), elementwise('log', preciseLog)),
};

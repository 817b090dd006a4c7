/** `model.quantize`: every layer that can be is quantized. */
import { NotImplementedError, PythonError, raise, UserWarning, ValueError } from '../../../python/errors.ts';
import { suspendableMethod } from '../../../python/functions.ts';
import { PyTuple, touch } from '../../../python/values.ts';
import { warn } from '../../standard/warnings.ts';
import { refuseFloat8 } from '../layers/base/quantization.ts';
import type { ModelObject } from './modelObject.ts';

export const quantizeModel = suspendableMethod('quantize(self, mode)', function* ([self, mode], py) {
  const model = self as ModelObject;
  if (!model.built) throw raise(ValueError, 'The model must be built first before calling `quantize()`.');
  if (mode !== 'int8' && mode !== 'float8')
    throw raise(
      ValueError,
      `Invalid quantization mode. Expected one of ('int8', 'float8'). Received: mode=${py.str(mode)}`,
    );
  if (mode === 'float8') refuseFloat8(model);
  touch(model);
  for (const layer of new Set(model.allLayers())) {
    if (layer.sublayers().length > 0) continue;
    try {
      py.callMethod(layer, 'quantize', [mode]);
    } catch (error) {
      const isRefusal = error instanceof PythonError && error.exception.cls.isSubclassOf(NotImplementedError);
      if (!isRefusal) throw error;
      const args = error.exception.attributes?.get('args');
      if (py.running && args instanceof PyTuple) yield* warn(py, args.items[0] ?? '', UserWarning);
    }
  }
  model.programs.clear();
  return null;
});

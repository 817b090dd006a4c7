/** Layers that compute on the host: arrays and lists at once, tensors of a model only as shapes. */
import type { DType } from '../../../../graph/dtypes.ts';
import { ops } from '../../../../graph/index.ts';
import type { Shape } from '../../../../graph/shapes.ts';
import { constant, type Tensor } from '../../../../graph/tensor.ts';
import type { PyDict } from '../../../../python/collections.ts';
import { NotImplementedError, raise } from '../../../../python/errors.ts';
import { method, type NativeFunction, native } from '../../../../python/functions.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { PyList, PyTuple, touch, Unknown, type Value } from '../../../../python/values.ts';
import { onHost } from '../../hostInputs.ts';
import { valueNow } from '../../session.ts';
import { compositeHook, isComposite } from '../../tensors/composite.ts';
import { tensorOf, wrap } from '../../tensors/conversion.ts';
import { textOf } from '../../tensors/text.ts';
import { currentTrace } from '../../trace.ts';
import { layerDetail } from '../base/callErrors.ts';
import { callLayer } from '../base/callLayer.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { holdsTensors } from './hostTokens.ts';

/** `layer(inputs)` where inputs may be text: only tensors go the way of all layers. */
export function hostCall<Settings>(
  compute: (py: Interpreter, layer: LayerObject<Settings>, inputs: Value) => Value,
): NativeFunction {
  return method('__call__(self, inputs, *args, **kwargs)', ([self, inputs, args, keywords], py) => {
    const layer = self as LayerObject<Settings>;
    if (inputs instanceof Unknown) return inputs;
    if (layer.unknown !== null) return new Unknown(layer.unknown);
    if (isComposite(inputs)) {
      const each = native('layer(inputs)', ([part], inner) => inner.call(layer, [part]));
      return py.callMethod(inputs, compositeHook, ['layer', each, new PyTuple([inputs])]);
    }
    if (holdsTensors(inputs)) {
      const given = keywords as PyDict;
      const all = [inputs, ...(args as PyTuple).items];
      return callLayer(py, layer as LayerObject, all, given.size === 0 ? null : given);
    }
    touch(layer);
    layer.built = true;
    return onHost(py, () => compute(py, layer, inputs));
  });
}

/**
 * What such a layer gives inside a model: a value with a shape. Raises when a step of a running model needs the
 * numbers, since models here compute with numbers only.
 */
export function shapeOnly(
  py: Interpreter,
  layer: LayerObject,
  inputs: readonly Tensor[],
  shape: Shape,
  dtype: DType,
  compute: (py: Interpreter, layer: never, inputs: Value) => Value,
): Tensor {
  // Text and constants are there: a model that is called on them computes with what they give.
  const { host } = currentTrace(py);
  const known = inputs.map(
    input => (input.dtype.includes('int') ? host?.valueOf(input) : null) ?? computed(py, input),
  );
  if (known.every(input => textOf(input) !== undefined || input.op === 'constant')) {
    const values = known.map(input => wrap(py, input));
    const given = values.length === 1 ? values[0] : new PyList(values);
    return tensorOf(
      py,
      onHost(py, () => compute(py, layer as never, given)),
    );
  }
  if (py.running && currentTrace(py).purpose !== 'shapes') {
    throw raise(
      NotImplementedError,
      `${layer.cls.name} inside a model is not supported by Kerascope yet: call the layer on the data first and train the model on what it gives.`,
      {
        code: 'not-supported',
        ...layerDetail(layer),
        explanation: message('`{0}` works on text, and models here compute with numbers.', layer.cls.name),
      },
    );
  }
  return ops.abstractValue(layer.cls.name, inputs, shape, dtype);
}

/** What a script computes line by line has a value at once. */
function computed(py: Interpreter, input: Tensor): Tensor {
  const isEager = py.running && currentTrace(py).purpose === 'session';
  if (!isEager || input.op === 'constant' || input.dtype === 'string') return input;
  const value = valueNow(py, wrap(py, input));
  return value === null ? input : constant(value.data, value.shape, value.dtype);
}

/** A value of which analysis knows the shape only. */
export function shapedValue(py: Interpreter, of: string, shape: Shape, dtype: DType): Value {
  return wrap(py, ops.abstractValue(of, [], shape, dtype));
}

/** Layers around other layers: reading the inner layer, building and calling it. */
import type { Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import type { PyClass } from '../../../../python/classes.ts';
import { PyDict } from '../../../../python/collections.ts';
import { type PythonError, raise, ValueError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { NotKnown, Unknown, type Value } from '../../../../python/values.ts';
import type { ArgumentReader } from '../../objects/arguments.ts';
import { tensorOf, wrap } from '../../tensors/conversion.ts';
import { flattenTensors } from '../../tensors/graphNode.ts';
import { shapeTuple } from '../../tensors/tensorObject.ts';
import { ofVersion } from '../../versionWords.ts';
import { buildLayer, callLayer } from '../base/callLayer.ts';
import { LayerObject } from '../base/layerObject.ts';

/** The wrapped layer from the `layer` argument; Keras's error for anything else. */
export function readLayer(args: ArgumentReader): LayerObject {
  const value = args.value('layer');
  if (value instanceof LayerObject) return value;
  throw notALayer(
    args,
    value,
    ValueError,
    ofVersion(args.py, {
      3: `Layer ${args.py.str(value)} supplied to Wrapper isn't a supported layer type. Please ensure wrapped layer is a valid Keras layer.`,
      2: `Layer ${args.py.str(value)} supplied to wrapper is not a supported layer type. Please ensure wrapped layer is a valid Keras layer.`,
    }),
  );
}

export function notALayer(args: ArgumentReader, value: Value, cls: PyClass, text: string): PythonError {
  return raise(cls, text, {
    code: 'not-a-layer',
    blame: { kind: 'argument', name: 'layer' },
    explanation: message('`{0}` wraps a layer, and {1} is not one.', args.className, args.py.str(value)),
  });
}

/** Builds the inner layer where it is not built yet. */
export function buildInner(py: Interpreter, layer: LayerObject, shape: Shape): void {
  if (!layer.built) buildLayer(py, layer, shapeTuple(shape));
}

export interface InnerCall {
  readonly training?: boolean;
  readonly mask?: Tensor | null;
  readonly keywords?: Iterable<readonly [string, Value]>;
}

/** Calls a layer from inside another one; the result as Python has it. */
export function callInnerValue(
  py: Interpreter,
  layer: LayerObject,
  args: readonly Value[],
  call: InnerCall = {},
): Value {
  const keywords = new Map<string, Value>(call.keywords ?? []);
  if (call.training !== undefined) keywords.set('training', call.training);
  if (call.mask) keywords.set('mask', wrap(py, call.mask));
  const result = callLayer(py, layer, args, keywords.size === 0 ? null : PyDict.fromStrings(keywords));
  if (result instanceof Unknown) throw new NotKnown(result.reason);
  return result;
}

/** Calls a layer on one tensor; its outputs. */
export function callInner(py: Interpreter, layer: LayerObject, x: Tensor, call: InnerCall = {}): Tensor[] {
  const input = wrap(py, x);
  if (call.mask) input.mask = wrap(py, call.mask);
  const { mask: _mask, ...rest } = call;
  return flattenTensors([callInnerValue(py, layer, [input], rest)]).map(object => tensorOf(py, object));
}

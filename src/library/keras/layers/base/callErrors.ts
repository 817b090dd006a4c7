import { formatShape, ShapeError, UnknownShape } from '../../../../graph/shapes.ts';
import {
  AttributeError,
  type ErrorDetail,
  PythonError,
  RuntimeError,
  raise,
} from '../../../../python/errors.ts';
import { message } from '../../../../python/message.ts';
import { NotKnown, type PyInstance, PyTuple, type Value } from '../../../../python/values.ts';
import { shapeFailure } from '../../errors/shapeErrors.ts';
import { flattenTensors } from '../../tensors/graphNode.ts';
import type { TensorObject } from '../../tensors/tensorObject.ts';
import type { LayerObject } from './layerObject.ts';

/** For an own `__init__` that does not call the one of Layer. */
export function superNotCalled(layer: LayerObject): PythonError {
  return raise(
    RuntimeError,
    `In layer '${layer.cls.name}', you forgot to call \`super().__init__()\` as the first statement in the \`__init__()\` method. Go add it!`,
    superDetail(layer),
  );
}

/** The same where a model asks for the layer's name first. */
export function nameless(layer: LayerObject): PythonError {
  return raise(AttributeError, `'${layer.cls.name}' object has no attribute 'name'`, superDetail(layer));
}

function superDetail(layer: LayerObject): ErrorDetail {
  return {
    code: 'super-init',
    ...layerDetail(layer),
    explanation: message(
      '`{0}.__init__` does not call `super().__init__()`, which a layer needs before anything else.',
      layer.cls.name,
    ),
  };
}

/** Blame for what goes wrong inside a layer: the call that made it. */
export function layerDetail(layer: LayerObject): ErrorDetail {
  return layer.madeAt === null ? {} : { blame: { kind: 'span', span: layer.madeAt } };
}

/** What a layer takes and what it receives. */
export function inputExplanation(layer: LayerObject, inputs: readonly TensorObject[]) {
  const shapes = inputs.map(input => formatShape(input.shape)).join(', ');
  if (layer.inputSpec !== null && layer.inputSpec.length !== inputs.length) {
    const names = layer.inputSpec.flatMap(item => (item.name === undefined ? [] : [`\`${item.name}\``]));
    return message(
      '`{0}` takes {1} inputs{2} and receives {3}: {4}.',
      layer.name,
      layer.inputSpec.length,
      names.length === 0 ? '' : ` (${names.join(', ')})`,
      inputs.length,
      shapes,
    );
  }
  const spec = layer.inputSpec?.[0];
  if (spec?.ndim !== undefined && inputs.length === 1 && spec.ndim !== inputs[0].shape.length) {
    return message(
      '`{0}` needs input with {1} dimensions and receives {2}.',
      layer.cls.name,
      spec.ndim,
      shapes,
    );
  }
  if (spec?.minNdim !== undefined && inputs[0] !== undefined && inputs[0].shape.length < spec.minNdim) {
    return message(
      '`{0}` needs input with at least {1} dimensions and receives {2}.',
      layer.cls.name,
      spec.minNdim,
      shapes,
    );
  }
  return sizeExplanation(layer, inputs, shapes);
}

/** For inputs of which an axis has another size than the layer was built for. */
function sizeExplanation(layer: LayerObject, inputs: readonly TensorObject[], shapes: string) {
  const wanted = layer.inputSpec ?? [];
  if (wanted.length > 0 && wanted.every(item => item.shape !== undefined))
    return message(
      '`{0}` needs input of shape {1} and receives {2}.',
      layer.name,
      wanted.map(item => formatShape(item.shape!)).join(', '),
      shapes,
    );
  for (const [axis, size] of wanted[0]?.axes ?? [])
    if (inputs[0]?.shape.at(axis) !== size)
      return message(
        '`{0}` was built for {1} values along axis {2} and receives shape {3}.',
        layer.cls.name,
        size,
        axis,
        shapes,
      );
  return message('`{0}` does not take input of shape {1}.', layer.cls.name, shapes);
}

/** What was raised while a layer was built, blamed on the call that made it. */
export function blamed(error: unknown, layer: LayerObject): unknown {
  if (error instanceof UnknownShape) return new NotKnown(error.message);
  if (error instanceof ShapeError) return shapeFailure(error, 'functional', layerDetail(layer));
  if (!(error instanceof PythonError) || error.detail.blame !== undefined || layer.definition === null)
    return error;
  return new PythonError(error.exception, { ...error.detail, ...layerDetail(layer) });
}

/** Keras's "Exception encountered when calling Dense.call()." around what `call` raised. */
export function withCallInfo(error: unknown, layer: LayerObject, args: readonly Value[]): unknown {
  if (error instanceof NotKnown) return error;
  if (error instanceof UnknownShape) return new NotKnown(error.message);
  const inner = error instanceof ShapeError ? shapeFailure(error, 'functional') : error;
  if (!(inner instanceof PythonError)) return error;
  const { exception } = inner;
  const text = exceptionText(exception);
  if (text === null || text.startsWith('Exception encountered when calling')) return inner;
  const name = `${layer.cls.name}.call()`;
  const received = flattenTensors(args).map(
    tensor => `  • inputs=tensor(shape=${formatShape(tensor.shape)}, dtype=${tensor.tensor.dtype})`,
  );
  const full = `Exception encountered when calling ${name}.\n\n\u001b[1m${text}\u001b[0m\n\nArguments received by ${name}:\n${received.join('\n')}`;
  const detail =
    inner.detail.blame === undefined && layer.definition !== null
      ? { ...inner.detail, ...layerDetail(layer) }
      : inner.detail;
  const wrapped = raise(exception.cls, full, detail);
  wrapped.traceback.push(...inner.traceback);
  return wrapped;
}

function exceptionText(exception: PyInstance): string | null {
  const args = exception.attributes?.get('args');
  return args instanceof PyTuple && typeof args.items[0] === 'string' ? args.items[0] : null;
}

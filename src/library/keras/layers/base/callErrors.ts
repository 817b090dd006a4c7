/** What goes wrong when a layer is made, built or called: its words, its place and its reason. */
import { formatShape, type Shape, ShapeError, UnknownShape } from '../../../../graph/shapes.ts';
import {
  AttributeError,
  type ErrorDetail,
  PythonError,
  RuntimeError,
  raise,
  ValueError,
} from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { NotKnown, type PyInstance, PyList, PyTuple, type Value } from '../../../../python/values.ts';
import { shapeFailure } from '../../errors/shapeErrors.ts';
import { isOfRunning } from '../../errors/tensorflowErrors.ts';
import { parametersOf } from '../../tensors/callableSignature.ts';
import { flattenTensors } from '../../tensors/graphNode.ts';
import { TensorObject } from '../../tensors/tensorObject.ts';
import { ofVersion, raiseInWords } from '../../versionWords.ts';
import type { InputSpec } from './inputSpec.ts';
import type { LayerObject } from './layerObject.ts';

/** For an own `__init__` that does not call the one of Layer. */
export function superNotCalled(py: Interpreter, layer: LayerObject): PythonError {
  return raiseInWords(
    py,
    {
      3: [
        RuntimeError,
        `In layer '${layer.cls.name}', you forgot to call \`super().__init__()\` as the first statement in the \`__init__()\` method. Go add it!`,
      ],
      2: [
        RuntimeError,
        layer.cls.mro.some(({ name }) => name === 'Model')
          ? 'It looks like you are subclassing `Model` and you forgot to call `super().__init__()`. Always start with this line.'
          : 'You must call `super().__init__()` in the layer constructor.',
      ],
      1: [AttributeError, `'${layer.cls.name}' object has no attribute 'built'`],
    },
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
export function inputExplanation(
  layer: LayerObject,
  specs: readonly InputSpec[],
  inputs: readonly TensorObject[],
) {
  const shapes = inputs.map(input => formatShape(input.shape)).join(', ');
  if (specs.length !== inputs.length) {
    const names = specs.flatMap(item => (item.name === undefined ? [] : [`\`${item.name}\``]));
    return message(
      '`{0}` takes {1} inputs{2} and receives {3}: {4}.',
      layer.name,
      specs.length,
      names.length === 0 ? '' : ` (${names.join(', ')})`,
      inputs.length,
      shapes,
    );
  }
  const spec = specs[0];
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
  return sizeExplanation(layer, specs, inputs, shapes);
}

/** For inputs of which an axis has another size than the layer was built for. */
function sizeExplanation(
  layer: LayerObject,
  wanted: readonly InputSpec[],
  inputs: readonly TensorObject[],
  shapes: string,
) {
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
export function blamed(py: Interpreter, error: unknown, layer: LayerObject): unknown {
  if (error instanceof UnknownShape) return new NotKnown(error.message);
  if (error instanceof ShapeError) return shapeFailure(py, error, 'functional', layerDetail(layer));
  if (!(error instanceof PythonError) || error.detail.blame !== undefined || layer.definition === null)
    return error;
  return new PythonError(error.exception, { ...error.detail, ...layerDetail(layer) });
}

/** Keras's "Exception encountered when calling Dense.call()." around what `call` raised; Keras 1 adds nothing. */
export function withCallInfo(
  py: Interpreter,
  error: unknown,
  layer: LayerObject,
  args: readonly Value[],
): unknown {
  if (error instanceof NotKnown) return error;
  if (error instanceof UnknownShape) return new NotKnown(error.message);
  const inner = error instanceof ShapeError ? shapeFailure(py, error, 'functional') : error;
  if (!(inner instanceof PythonError)) return error;
  const { exception } = inner;
  const text = exceptionText(exception);
  if (text === null || text.startsWith('Exception encountered when calling')) return inner;
  const detail =
    inner.detail.blame === undefined && layer.definition !== null
      ? { ...inner.detail, ...layerDetail(layer) }
      : inner.detail;
  const full = ofVersion(py, {
    3: isSeenInBuild(text) ? text : inCallOfKeras3(layer, text, args),
    2: isToldPlainly(layer, text) ? plainly(layer, text) : inCall(layer, text, receivedBy(py, layer, args)),
    1: text.replace(/^call\(\)(.*: )'inputs'$/, "__call__()$1'x'").replace(/^call\(\)/, '__call__()'),
  });
  const wrapped = raise(full === NO_INPUT ? ValueError : exception.cls, full, detail);
  wrapped.traceback.push(...inner.traceback);
  return wrapped;
}

/** What Keras 3 finds out where a layer is built: how many inputs it gets. */
function isSeenInBuild(text: string): boolean {
  return /^(A merge layer should be|A `\w+` layer should be|\w+ layer (must be called on a list of inputs|accepts inputs list of))/.test(
    text,
  );
}

/** What Keras 2 says of a call without any argument. */
const NO_INPUT = 'The first argument to `Layer.call` must always be passed.';

/** What Keras 2 finds out before it is in `call` (inputs of a merge, states, which arguments a call has) or behind it. */
function isToldPlainly({ definition }: LayerObject, text: string): boolean {
  const isBefore = text.startsWith('call() ') || text.startsWith('An `initial_state` was passed');
  return definition?.module.startsWith('merging') === true || isBefore || isOfRunning(text);
}

function plainly({ cls }: LayerObject, text: string): string {
  if (text === "call() missing 1 required positional argument: 'inputs'") return NO_INPUT;
  return text.startsWith('call() ') ? `${cls.name}.${text}` : text;
}

function inCallOfKeras3(layer: LayerObject, text: string, args: readonly Value[]): string {
  const name = `${layer.cls.name}.call()`;
  const received = flattenTensors(args).map(
    tensor => `  • inputs=tensor(shape=${formatShape(tensor.shape)}, dtype=${tensor.tensor.dtype})`,
  );
  return `Exception encountered when calling ${name}.\n\n\u001b[1m${text}\u001b[0m\n\nArguments received by ${name}:\n${received.join('\n')}`;
}

/** What Keras 2 makes of what a layer's `call` raises. */
export function inCall(
  { name, cls }: Pick<LayerObject, 'name' | 'cls'>,
  text: string,
  received: readonly string[],
): string {
  const called = `layer "${name}" (type ${cls.name})`;
  const lines = received.map(line => `  • ${line}`).join('\n');
  return `Exception encountered when calling ${called}.\n\n${text}\n\nCall arguments received by ${called}:\n${lines}`;
}

/** A tensor among the arguments, as Keras 2 shows it. */
export function receivedTensor(shape: Shape, dtype: string): string {
  return `tf.Tensor(shape=${formatShape(shape)}, dtype=${dtype})`;
}

/** Each parameter of `call` with what it was given, as far as that came by its place. */
function receivedBy(py: Interpreter, layer: LayerObject, args: readonly Value[]): string[] {
  const { names } = parametersOf(py.getAttribute(layer, 'call'));
  const isOwn = layer.definition === null || layer.cls.userDefined;
  return names
    .filter(name => name !== 'self')
    .slice(0, isOwn ? names.length : args.length)
    .map((name, index) => `${name}=${received(py, args[index] ?? null)}`);
}

function received(py: Interpreter, value: Value): string {
  if (value instanceof TensorObject) return receivedTensor(value.shape, value.tensor.dtype);
  if (value instanceof PyList || value instanceof PyTuple) {
    const items = value.items.map(item =>
      item instanceof TensorObject ? `'${received(py, item)}'` : py.repr(item),
    );
    return value instanceof PyList ? `[${items.join(', ')}]` : `(${items.join(', ')})`;
  }
  return py.repr(value);
}

function exceptionText(exception: PyInstance): string | null {
  const args = exception.attributes?.get('args');
  return args instanceof PyTuple && typeof args.items[0] === 'string' ? args.items[0] : null;
}

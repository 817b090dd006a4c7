/** `tf.GradientTape`: gradients of what was computed, taken from the graph that every tensor carries. */
import { gradients } from '../../graph/autodiff.ts';
import { ops } from '../../graph/index.ts';
import { type Tensor, tensorsMade } from '../../graph/tensor.ts';
import { PyClass } from '../../python/classes.ts';
import { NotImplementedError, type Related, RuntimeError, raise, ValueError } from '../../python/errors.ts';
import { method, suspendableMethod } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { message } from '../../python/message.ts';
import { classOf, objectClass } from '../../python/types.ts';
import { NotKnown, PyInstance, Unknown, type Value } from '../../python/values.ts';
import { openTapesKey } from '../keras/openTapes.ts';
import { cutGradientsKey } from '../keras/optimizers/cutGradients.ts';
import { noteLoss } from '../keras/ownLoopCurves.ts';
import { watchTarget } from '../keras/ownLossWatch.ts';
import { kerasRecordKey } from '../keras/record.ts';
import { flush, trackEager } from '../keras/session.ts';
import { isTensorLike, tensorOf, wrap } from '../keras/tensors/conversion.ts';
import { flatten, mapStructure } from '../keras/tensors/graphNode.ts';
import { withPythonErrors } from '../keras/tensors/operation.ts';
import { makingOf } from '../keras/tensors/tensorFacts.ts';
import { VariableObject } from '../keras/tensors/variableObject.ts';
import { currentTrace } from '../keras/trace.ts';
import { NdArray } from '../numpy/ndarray.ts';
import { allocateTape, type TapeObject } from './tapeRecording.ts';
import { noteUnwatched } from './unwatched.ts';

/** The graph value that a source stood for while the tape recorded. */
function sourceTensor(py: Interpreter, value: Value): Tensor {
  if (value instanceof VariableObject) return value.read(currentTrace(py));
  return tensorOf(py, value);
}

/** Notes for the checks what gradients are taken of, also where it is not known with respect to what. */
function recordTargets(py: Interpreter, target: Value): void {
  const leaves = flatten([target]);
  if (py.running || leaves.some(leaf => leaf instanceof Unknown)) return;
  const { targets } = py.state(kerasRecordKey);
  for (const leaf of leaves) targets.push({ span: py.span, tensor: tensorOf(py, leaf) });
}

function gradientsOf(
  py: Interpreter,
  tape: TapeObject,
  target: Value,
  sources: Value,
  upstream: Value,
  unconnected: Value,
): Value {
  requireUnspent(tape);
  const zeros = unconnected === 'zero';
  const since = tensorsMade();
  const factors = upstream === null ? [] : flatten([upstream]);
  const leaves = flatten([sources]);
  recordTargets(py, target);
  const unknown = [...flatten([target]), ...leaves, unconnected].find(item => item instanceof Unknown);
  if (!tape.isPersistent) tape.end();
  if (!tape.isPersistent) tape.spend(py.span);
  if (unknown !== undefined) return unknown;
  const targets = flatten([target]).map((item, index) => {
    const tensor = tensorOf(py, item);
    watchTarget(py, tensor);
    noteLoss(py, item, leaves);
    const factor = factors[index];
    return ops.sum(
      factor === undefined || factor === null
        ? tensor
        : ops.mul(tensor, ops.stopGradient(tensorOf(py, factor))),
    );
  });
  const total = targets.reduce((sum, item) => ops.add(sum, item));
  const read = leaves.map(leaf => sourceTensor(py, leaf));
  const passes = tape.passes(py, [total], since);
  const found = gradientsWhereKnown(py, total, read, passes).map((gradient, index) =>
    leaves[index] instanceof VariableObject && !tape.followsVariable(read[index]) ? null : gradient,
  );
  noteCut(py, tape, target, total, read, found);
  // Who asks for zeros in its place knows of it.
  if (!zeros && !isAfterTape(py, tape, target))
    noteUnwatched(py, tape, leaves, read, found, source => isConnected(py, total, source));
  if (!tape.isPersistent) py.state(openTapesKey).end(tape);
  const results = new Map(
    leaves.map((leaf, index) => [leaf, found[index] ?? (zeros ? ops.mul(read[index], 0) : null)] as const),
  );
  return mapStructure(sources, leaf => {
    const gradient = results.get(leaf) ?? null;
    if (gradient === null) return null;
    const object = wrap(py, gradient);
    trackEager(py, object);
    return object;
  });
}

/** Whether a target depends on a tensor, whatever the tape has recorded. */
function isConnected(py: Interpreter, target: Tensor, source: Tensor): boolean {
  return gradientsWhereKnown(py, target, [source], () => true)[0] !== null;
}

/** Whether a target was computed after the tape had stopped recording. */
function isAfterTape(py: Interpreter, tape: TapeObject, target: Value): boolean {
  return flatten([target]).some(leaf => tape.isAfter(tensorOf(py, leaf)));
}

/** Under analysis a size may be unknown, and a gradient has the shape of what it belongs to all the same. */
function gradientsWhereKnown(
  py: Interpreter,
  total: Tensor,
  sources: readonly Tensor[],
  passes: (tensor: Tensor) => boolean,
): (Tensor | null)[] {
  try {
    const found = withPythonErrors(py, 'eager', () => gradients(total, sources, undefined, passes));
    if (!found.includes(null)) return found;
    const behind = inputsOfAbstract(total, passes);
    return found.map((gradient, index) => {
      const source = sources[index];
      return gradient === null && behind.has(source)
        ? ops.abstractValue('gradient', [source], source.shape, source.dtype)
        : gradient;
    });
  } catch (error) {
    if (!(error instanceof NotKnown)) throw error;
    return sources.map(source => ops.abstractValue('gradient', [source], source.shape, source.dtype));
  }
}

/** What values that cannot be computed before all sizes are known are made from: their gradients are not known either. */
function inputsOfAbstract(total: Tensor, passes: (tensor: Tensor) => boolean): Set<Tensor> {
  const seen = new Set([total]);
  const behind = new Set<Tensor>();
  // Sets go on with what is added while they are gone through.
  for (const tensor of seen) {
    if (!passes(tensor)) continue;
    const into = tensor.op === 'abstract' ? behind : seen;
    if (tensor.op !== 'stopGradient') for (const input of tensor.inputs) into.add(input);
  }
  for (const tensor of behind)
    if (tensor.op !== 'stopGradient') for (const input of tensor.inputs) behind.add(input);
  return behind;
}

/** Which operations a jacobian goes through; it takes the place of the gradients that a tape may give. */
function beginJacobian(py: Interpreter, tape: TapeObject, target: Value): (tensor: Tensor) => boolean {
  requireUnspent(tape);
  if (!tape.isPersistent) tape.end();
  const passes = tape.passes(py, [tensorOf(py, target)], tensorsMade());
  if (!tape.isPersistent) tape.spend(py.span);
  return passes;
}

/** Gradients of every element of a target: target's axes, then the source's. */
function jacobian(py: Interpreter, tape: TapeObject, target: Value, sources: Value): Value {
  const passes = beginJacobian(py, tape, target);
  const output = tensorOf(py, target);
  const cells = ops.unstack(ops.reshape(output, [-1]), 0);
  return mapStructure(sources, leaf => {
    const source = sourceTensor(py, leaf);
    const rows = cells.map(
      cell => withPythonErrors(py, 'eager', () => gradients(cell, [source], undefined, passes))[0],
    );
    if (rows.every(row => row === null)) {
      noteUnwatched(py, tape, [leaf], [source], [null], item =>
        cells.some(cell => isConnected(py, cell, item)),
      );
      return null;
    }
    const filled = rows.map(row => row ?? ops.mul(source, 0));
    return wrap(py, ops.reshape(ops.stack(filled, 0), [...output.shape, ...source.shape]));
  });
}

/** The same for each sample by itself: (batch, target's axes, source's axes). */
function batchJacobian(py: Interpreter, tape: TapeObject, target: Value, source: Value): Value {
  const passes = beginJacobian(py, tape, target);
  const output = tensorOf(py, target);
  const input = sourceTensor(py, source);
  const [batch] = output.shape;
  const flat = ops.reshape(output, [batch, -1]);
  const columns = ops.unstack(flat, 1).map(column => {
    const [row] = withPythonErrors(py, 'eager', () => gradients(ops.sum(column), [input], undefined, passes));
    return row ?? ops.mul(input, 0);
  });
  return wrap(
    py,
    ops.reshape(ops.stack(columns, 1), [batch, ...output.shape.slice(1), ...input.shape.slice(1)]),
  );
}

function self(value: Value): TapeObject {
  return value as TapeObject;
}

/** What `stop_recording` gives to a `with`. */
const pauseClass: PyClass = new PyClass(
  '_GeneratorContextManager',
  [objectClass],
  [
    [
      '__enter__',
      method('__enter__(self)', ([pause]) => {
        self((pause as PyInstance).attributes!.get('tape')!).end();
        return null;
      }),
    ],
    [
      '__exit__',
      method('__exit__(self, *args)', ([pause]) => {
        self((pause as PyInstance).attributes!.get('tape')!).begin();
        return null;
      }),
    ],
  ],
  { module: 'contextlib' },
);

function watch(py: Interpreter, tape: TapeObject, leaf: Value): void {
  if (leaf instanceof Unknown) throw new NotKnown(leaf.reason);
  if (leaf instanceof VariableObject || (isTensorLike(leaf) && !(leaf instanceof NdArray))) {
    tape.watch(sourceTensor(py, leaf));
    return;
  }
  throw raise(
    ValueError,
    `Passed in object ${py.running ? py.str(leaf) : '…'} of type ${py.repr(classOf(leaf))}, not tf.Tensor or tf.Variable or ExtensionType.`,
    {
      code: 'tape-watch',
      blame: { kind: 'argument', name: 'tensor' },
      explanation: message(
        'A tape watches tensors and variables, and this is of the class `{0}`.',
        classOf(leaf).name,
      ),
    },
  );
}

/** A tape that is not persistent gives its gradients once. */
function requireUnspent(tape: TapeObject): void {
  if (tape.canGive !== false) return;
  const related: Related[] = [];
  if (tape.madeAt !== null) related.push({ span: tape.madeAt, message: message('the tape is made here') });
  if (tape.askedAt !== null)
    related.push({ span: tape.askedAt, message: message('it has given its gradients here') });
  throw raise(
    RuntimeError,
    'A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)',
    {
      code: 'tape-spent',
      explanation:
        tape.askedAt === null
          ? message('The tape has recorded nothing: it is used outside of a `with`.')
          : message('A tape gives gradients once, unless it is made with `persistent=True`.'),
      related,
    },
  );
}

/** Notes for the optimizer why it gets no gradient at all. */
function noteCut(
  py: Interpreter,
  tape: TapeObject,
  target: Value,
  total: Tensor,
  sources: readonly Tensor[],
  found: readonly (Tensor | null)[],
): void {
  const note = py.state(cutGradientsKey);
  note.current = null;
  if (found.length === 0 || found.some(gradient => gradient !== null)) return;
  const leaf = flatten([target])[0];
  const tensor = leaf === undefined ? null : tensorOf(py, leaf);
  const isOutside =
    tensor !== null &&
    tape.isAfter(tensor) &&
    gradientsWhereKnown(py, total, sources, () => true).some(item => item !== null);
  note.current = {
    tape: tape.madeAt,
    askedAt: py.span,
    isOutside,
    loss: isOutside ? makingOf(tensor) : null,
  };
}

export const gradientTapeClass: PyClass = new PyClass(
  'GradientTape',
  [objectClass],
  [
    [
      '__init__',
      method(
        'GradientTape.__init__(self, persistent=False, watch_accessed_variables=True)',
        ([tape, persistent, watches], py) => {
          self(tape).isPersistent = py.truth(persistent);
          self(tape).watchesVariables = py.truth(watches);
          self(tape).madeAt = py.span;
          return null;
        },
      ),
    ],
    [
      '__enter__',
      suspendableMethod('__enter__(self)', function* ([tape], py) {
        if (self(tape).isRecording)
          throw raise(
            ValueError,
            'Tape is still recording, This can happen if you try to re-enter an already-active tape.',
          );
        const isEager = py.running && currentTrace(py).purpose === 'session';
        if (isEager && py.state(openTapesKey).begin(self(tape))) yield* flush(py);
        self(tape).begin();
        return tape;
      }),
    ],
    [
      '__exit__',
      method('__exit__(self, *args)', ([tape]) => {
        self(tape).end();
        return null;
      }),
    ],
    [
      'watch',
      method('watch(self, tensor)', ([tape, given], py) => {
        for (const leaf of flatten([given])) watch(py, self(tape), leaf);
        return null;
      }),
    ],
    [
      'watched_variables',
      method('watched_variables(self)', (_given, py) => {
        if (!py.running) throw new NotKnown('watched_variables is not modelled');
        throw raise(NotImplementedError, 'GradientTape.watched_variables is not supported by Kerascope yet', {
          code: 'not-supported',
        });
      }),
    ],
    [
      'reset',
      method('reset(self)', ([tape]) => {
        self(tape).reset();
        return null;
      }),
    ],
    [
      'jacobian',
      method(
        'jacobian(self, target, sources, unconnected_gradients="none", parallel_iterations=None, experimental_use_pfor=True)',
        ([tape, target, sources], py) => jacobian(py, self(tape), target, sources),
      ),
    ],
    [
      'batch_jacobian',
      method(
        'batch_jacobian(self, target, source, unconnected_gradients="none", parallel_iterations=None, experimental_use_pfor=True)',
        ([tape, target, source], py) => batchJacobian(py, self(tape), target, source),
      ),
    ],
    [
      'stop_recording',
      method('stop_recording(self)', ([tape]) => {
        if (self(tape).canGive === false)
          throw raise(RuntimeError, 'Trying to stop recording a tape which is not recording.');
        const pause = new PyInstance(pauseClass);
        pause.attributes!.set('tape', tape);
        return pause;
      }),
    ],
    [
      'gradient',
      method(
        'gradient(self, target, sources, output_gradients=None, unconnected_gradients="none")',
        ([tape, target, sources, upstream, unconnected], py) =>
          gradientsOf(py, self(tape), target, sources, upstream, unconnected),
      ),
    ],
  ],
  { module: 'tensorflow.python.eager.backprop', allocate: allocateTape },
);
gradientTapeClass.unmodelled = 'all';

/** The methods of `keras.optimizers.Optimizer`. */
import { gradients } from '../../../graph/autodiff.ts';
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { AttributeError, NotImplementedError, raise, ValueError } from '../../../python/errors.ts';
import { method, type NativeFunction, suspendableMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { PyList, PyTuple, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { numbers } from '../layers/base/weightValues.ts';
import { dimsOf } from '../objects/arguments.ts';
import { openTapesKey } from '../openTapes.ts';
import { noteLoss } from '../ownLoopCurves.ts';
import { beginOwnStep } from '../ownLoopRates.ts';
import { optimizerConfig } from '../saving/optimizerConfig.ts';
import { flush, readVariables, writeVariables } from '../session.ts';
import { arrayFromHost, tensorOf, wrap } from '../tensors/conversion.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { VariableObject } from '../tensors/variableObject.ts';
import { currentTrace, Trace, withTrace } from '../trace.ts';
import type { OptimizerObject } from './optimizerObject.ts';

function self(value: Value): OptimizerObject {
  return value as OptimizerObject;
}

function variablesOf(py: Interpreter, value: Value): VariableObject[] {
  return py.collect(value).filter(item => item instanceof VariableObject);
}

/** In a loop of the script's own, each step is computed at once, so that the graph does not grow from step to step. */
function* settleEager(py: Interpreter): Suspendable<void> {
  // Another tape of this step still needs the variables as they were.
  if (py.state(openTapesKey).holdStep()) return;
  if (py.running && currentTrace(py).purpose === 'session') yield* flush(py);
}

/** One step on gradients as the script passes them: those of a loss that `scale_loss` made larger. */
function step(
  py: Interpreter,
  optimizer: OptimizerObject,
  given: readonly Value[],
  variables: readonly VariableObject[],
): void {
  const lossScale = optimizer.scaleOfGiven(currentTrace(py));
  const parts = given.map((item): Tensor | null => {
    if (item === null) return null;
    return lossScale === null ? tensorOf(py, item) : ops.div(tensorOf(py, item), lossScale);
  });
  optimizer.apply(py, currentTrace(py), parts, variables);
}

/** All of an optimizer's variables as Keras lists them. */
export function optimizerVariables(optimizer: OptimizerObject): VariableObject[] {
  return optimizer.variables('list');
}

/** The values of variables as NumPy arrays. */
function* valuesOf(py: Interpreter, variables: readonly VariableObject[]): Suspendable<Value[]> {
  const values = yield* readVariables(
    py,
    variables.map(variable => variable.variable!),
  );
  return values.map(value => arrayFromHost(value));
}

function* setValues(
  py: Interpreter,
  variables: readonly VariableObject[],
  values: readonly Value[],
): Suspendable<void> {
  const pairs = variables.map((variable, index) => ({ variable, value: numbers(py, values[index]) }));
  for (const { variable, value } of pairs) if (variable.hostValue !== null) variable.hostValue = value[0];
  yield* writeVariables(
    py,
    pairs.map(({ variable, value }) => ({ variable: variable.variable!, value })),
  );
}

/** Values for the variables in a trace of their own; what they and the trained variables are after one step. */
function statelessApply(
  py: Interpreter,
  optimizer: OptimizerObject,
  state: readonly Tensor[],
  given: readonly Value[],
  trained: readonly Tensor[],
): Value {
  const trace = new Trace('shapes');
  const own = optimizerVariables(optimizer);
  if (state.length !== own.length)
    throw raise(
      ValueError,
      `Argument \`optimizer_variables\` must be a list of tensors corresponding 1:1 to ${optimizer.cls.name}().variables. Received list with length ${state.length}, but expected ${own.length} variables.`,
    );
  own.forEach((variable, index) => {
    variable.assign(trace, state[index]);
  });
  optimizer.known.forEach((variable, index) => {
    variable.assign(trace, trained[index]);
  });
  withTrace(py, trace, () => step(py, optimizer, given, optimizer.known));
  const read = (variables: readonly VariableObject[]) =>
    new PyList(variables.map(variable => wrap(py, variable.read(trace))));
  return new PyTuple([read(optimizer.known), read(own)]);
}

/** Keras 3 unpacks what it is given; before, a step without pairs did nothing. */
function withoutPairs(py: Interpreter, optimizer: OptimizerObject): Value {
  if (py.state(kerasVersionKey).current < 3) return optimizer.iterations;
  throw raise(ValueError, 'not enough values to unpack (expected 2, got 0)', {
    code: 'gradient-pairs',
    blame: { kind: 'argument', name: 'grads_and_vars' },
    explanation: message(
      'There are no pairs of a gradient and a variable here: a `zip` gives its pairs once, and a model without weights has none.',
    ),
  });
}

/** Gradients cannot be written into: what stands in the place of variables has to be variables. */
function requireOrder(py: Interpreter, items: readonly (readonly Value[])[]): void {
  const isSwapped = items.every(
    ([first, second]) => first instanceof VariableObject && second instanceof TensorObject,
  );
  if (!isSwapped) return;
  const isOlder = py.state(kerasVersionKey).current < 3;
  throw raise(
    AttributeError,
    isOlder
      ? "'tensorflow.python.framework.ops.EagerTensor' object has no attribute '_unique_id'"
      : 'Tensor.name is undefined when eager execution is enabled.',
    {
      code: 'gradient-pairs',
      blame: { kind: 'argument', name: 'grads_and_vars' },
      explanation: message(
        'These are pairs of a variable and its gradient; the optimizer takes the gradient first.',
      ),
    },
  );
}

export const optimizerMethods: NativeFunction[] = [
  method('build(self, variables)', ([optimizer, variables], py) => {
    const { known } = self(optimizer);
    for (const variable of variablesOf(py, variables)) if (!known.includes(variable)) known.push(variable);
    return null;
  }),
  method(
    'add_variable(self, shape, initializer="zeros", dtype=None, name=None)',
    ([optimizer, shape, initializer, , name], py) =>
      self(optimizer).addVariable({
        name: name === null ? 'variable' : py.str(name),
        shape: dimsOf(py, shape),
        initial: initializer === 'ones' ? 1 : 0,
      }),
  ),
  method(
    'add_variable_from_reference(self, reference_variable, name=None, initializer="zeros")',
    ([optimizer, reference, name, initializer], py) => {
      const like = reference as VariableObject;
      return self(optimizer).addVariable({
        name: `${like.name}_${name === null ? 'variable' : py.str(name)}`,
        shape: like.shape,
        initial: initializer === 'ones' ? 1 : 0,
      });
    },
  ),
  method('_get_variable_index(self, variable)', ([optimizer, variable]) =>
    self(optimizer).known.indexOf(variable as VariableObject),
  ),
  method('update_step(self, gradient, variable, learning_rate)', ([optimizer]) => {
    throw raise(NotImplementedError, `Optimizer ${self(optimizer).cls.name} has no update_step`);
  }),
  method('get_config(self)', ([optimizer], py) => optimizerConfig(py, self(optimizer))),
  method('assign(self, variable, value)', ([, variable, value], py) => {
    (variable as VariableObject).assign(currentTrace(py), tensorOf(py, value));
    return null;
  }),
  method('assign_add(self, variable, value)', ([, variable, value], py) => {
    const target = variable as VariableObject;
    const trace = currentTrace(py);
    target.assign(trace, ops.add(target.read(trace), tensorOf(py, value)));
    return null;
  }),
  method('assign_sub(self, variable, value)', ([, variable, value], py) => {
    const target = variable as VariableObject;
    const trace = currentTrace(py);
    target.assign(trace, ops.sub(target.read(trace), tensorOf(py, value)));
    return null;
  }),
  suspendableMethod(
    'apply(self, grads, trainable_variables=None)',
    function* ([optimizer, given, variables], py) {
      const targets = variables === null ? self(optimizer).known : variablesOf(py, variables);
      beginOwnStep(py, self(optimizer));
      step(py, self(optimizer), py.collect(given), targets);
      yield* settleEager(py);
      return null;
    },
  ),
  suspendableMethod(
    'apply_gradients(self, grads_and_vars, name=None, **kwargs)',
    function* ([optimizer, pairs], py) {
      const items = py.collect(pairs).map(pair => py.collect(pair));
      if (items.length === 0) return withoutPairs(py, self(optimizer));
      requireOrder(py, items);
      beginOwnStep(py, self(optimizer));
      step(
        py,
        self(optimizer),
        items.map(([gradient]) => gradient),
        items.map(([, variable]) => variable as VariableObject),
      );
      yield* settleEager(py);
      return self(optimizer).iterations;
    },
  ),
  suspendableMethod(
    'minimize(self, loss, var_list, tape=None, grad_loss=None, name=None)',
    function* ([optimizer, loss, list, tape], py) {
      const value = tape !== null ? loss : yield* py.callAndWait(loss, []);
      const variables = variablesOf(py, list);
      const trace = currentTrace(py);
      noteLoss(py, value, variables);
      beginOwnStep(py, self(optimizer));
      const found = gradients(
        ops.sum(tensorOf(py, value)),
        variables.map(variable => variable.read(trace)),
      );
      self(optimizer).apply(py, trace, found, variables);
      yield* settleEager(py);
      return self(optimizer).iterations;
    },
  ),
  method(
    'stateless_apply(self, optimizer_variables, grads, trainable_variables)',
    ([optimizer, state, given, trained], py) =>
      statelessApply(
        py,
        self(optimizer),
        py.collect(state).map(item => tensorOf(py, item)),
        py.collect(given),
        py.collect(trained).map(item => tensorOf(py, item)),
      ),
  ),
  method('scale_loss(self, loss)', ([optimizer, loss], py) => {
    const lossScale = self(optimizer).currentScale(currentTrace(py));
    return lossScale === null ? loss : wrap(py, ops.mul(tensorOf(py, loss), lossScale));
  }),
  method('exclude_from_weight_decay(self, var_list=None, var_names=None)', ([optimizer, list, names], py) => {
    const { undecayed, undecayedNames } = self(optimizer);
    if (list !== null) for (const variable of variablesOf(py, list)) undecayed.add(variable);
    if (names !== null) for (const name of py.collect(names)) undecayedNames.push(new RegExp(py.str(name)));
    return null;
  }),
  method('finalize_variable_values(self, var_list)', ([optimizer, list], py) => {
    const trace = currentTrace(py);
    for (const { variable, average } of self(optimizer).finalValues(variablesOf(py, list)))
      variable.assign(trace, average.read(trace));
    return null;
  }),
  suspendableMethod('get_weights(self)', function* ([optimizer], py) {
    return new PyList(yield* valuesOf(py, optimizerVariables(self(optimizer))));
  }),
  suspendableMethod('set_weights(self, weights)', function* ([optimizer, values], py) {
    yield* setValues(py, optimizerVariables(self(optimizer)), py.collect(values));
    return null;
  }),
  suspendableMethod('save_own_variables(self, store)', function* ([optimizer, store], py) {
    const values = yield* valuesOf(py, optimizerVariables(self(optimizer)));
    for (const [index, value] of values.entries())
      py.callMethod(store, '__setitem__', [String(index), value]);
    return null;
  }),
  suspendableMethod('load_own_variables(self, store)', function* ([optimizer, store], py) {
    const variables = optimizerVariables(self(optimizer));
    yield* setValues(
      py,
      variables,
      variables.map((_, index) => py.getItem(store, String(index))),
    );
    return null;
  }),
];

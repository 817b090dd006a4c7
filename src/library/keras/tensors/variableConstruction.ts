/** `keras.Variable(…)` and `tf.Variable(…)`: variables that scripts make themselves. */
import type { DType } from '../../../graph/dtypes.ts';
import { attributesOf, type Tensor } from '../../../graph/tensor.ts';
import { PyClass } from '../../../python/classes.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { PyFunction } from '../../../python/evaluate/function.ts';
import { NativeFunction, native, StaticMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Value } from '../../../python/values.ts';
import { resolveInitializer } from '../initializers/resolve.ts';
import { noteVariable } from '../madeVariables.ts';
import { autoName } from '../naming.ts';
import { dimsOf } from '../objects/arguments.ts';
import { assignLater } from '../session.ts';
import { dtypeOf, isTensorLike, tensorOf } from './conversion.ts';
import { VariableObject, variableClass } from './variableObject.ts';

/** A variable that begins as a tensor says. */
function variableFrom(
  py: Interpreter,
  cls: PyClass,
  tensor: Tensor,
  settings: { name: string; trainable: boolean; dtype: DType },
): VariableObject {
  const isKnown = tensor.op === 'constant' && tensor.dtype === settings.dtype;
  const made = new VariableObject(
    {
      ...settings,
      shape: tensor.shape,
      initial: isKnown ? attributesOf(tensor, 'constant').data.slice() : 0,
    },
    py.span,
  );
  made.cls = cls;
  if (!isKnown && made.variable !== null) assignLater(py, made.variable, tensor);
  return made;
}

function valueOf(py: Interpreter, value: Value, dtype: Value): Tensor {
  const isFunction = value instanceof PyFunction || value instanceof NativeFunction;
  return tensorOf(py, isFunction ? py.call(value, []) : value, dtypeOf(py, dtype));
}

variableClass.attributes.map.set(
  '__new__',
  new StaticMethod(
    native(
      '__new__(cls, initializer, shape=None, dtype=None, trainable=True, name=None)',
      ([cls, initializer, shape, dtype, trainable, name], py) => {
        noteVariable(py);
        const settings = {
          name: name === null ? autoName(py, 'Variable') : py.str(name),
          trainable: py.truth(trainable),
          dtype: dtypeOf(py, dtype) ?? ('float32' as const),
        };
        const isRule = typeof initializer === 'string' || (shape !== null && !isTensorLike(initializer));
        if (!isRule) {
          const tensor = valueOf(py, initializer, dtype);
          const own = dtype === null && tensor.dtype === 'float64' ? 'float32' : settings.dtype;
          return variableFrom(py, cls as PyClass, tensor, {
            ...settings,
            dtype: dtype === null && tensor.dtype !== 'float64' ? tensor.dtype : own,
          });
        }
        if (shape === null)
          throw raise(
            ValueError,
            `When creating a Variable from an initializer, the \`shape\` argument should be specified. Received: initializer=${py.str(initializer)} and shape=None`,
          );
        const dims = dimsOf(py, shape);
        const { fill, tensor } = resolveInitializer(py, initializer, 'initializer');
        if (tensor !== null) return variableFrom(py, cls as PyClass, tensor(dims), settings);
        const made = new VariableObject({ ...settings, shape: dims, initial: fill ?? 0 }, py.span);
        made.cls = cls as PyClass;
        return made;
      },
    ),
  ),
);

/** `tf.Variable`. */
export const tensorflowVariableClass: PyClass = new PyClass(
  'ResourceVariable',
  [variableClass],
  [
    [
      '__new__',
      new StaticMethod(
        native(
          '__new__(cls, initial_value=None, trainable=True, validate_shape=True, caching_device=None, name=None, variable_def=None, dtype=None, import_scope=None, constraint=None, synchronization=None, aggregation=None, shape=None, experimental_enable_variable_lifting=None)',
          ([cls, initial, trainable, , , name, , dtype], py) => {
            noteVariable(py);
            const tensor = valueOf(py, initial, dtype);
            return variableFrom(py, cls as PyClass, tensor, {
              name: name === null ? 'Variable:0' : `${py.str(name)}:0`,
              trainable: trainable === null || py.truth(trainable),
              dtype: tensor.dtype,
            });
          },
        ),
      ),
    ],
  ],
  { module: 'tensorflow.python.ops.resource_variable_ops' },
);

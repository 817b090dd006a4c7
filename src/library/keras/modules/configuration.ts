/** `keras.config`: the settings of Keras, and the global dtype policy (`keras.mixed_precision`). */
import { raise, ValueError } from '../../../python/errors.ts';
import { native } from '../../../python/functions.ts';
import { NotKnown, PyFloat, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { imageDataFormatKey } from '../imageDataFormat.ts';
import { epsilon } from '../losses/definition.ts';
import { floatKey, globalPolicyName, setGlobalPolicy } from '../policy.ts';

const floats = ['float16', 'float32', 'float64', 'bfloat16'];

const setFloat = native('set_floatx(value)', ([value], py) => {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (typeof value !== 'string' || !floats.includes(value)) {
    throw raise(
      ValueError,
      `Unknown \`floatx\` value: ${py.str(value)}. Expected one of {'bfloat16', 'float16', 'float32', 'float64'}`,
      { blame: { kind: 'argument', name: 'value' } },
    );
  }
  py.state(floatKey).current = value;
  return null;
});

/** The names of Keras 1, by the library that ordered axes that way. */
const orderings: ReadonlyMap<Value, string> = new Map([
  ['th', 'channels_first'],
  ['tf', 'channels_last'],
]);

/** What Keras 1 had, and Keras 2 for a while, in `keras.backend`. */
export const earlierConfiguration: readonly (readonly [string, Value])[] = [
  [
    'image_dim_ordering',
    native('image_dim_ordering()', (_args, py) =>
      py.state(imageDataFormatKey).current === 'channels_first' ? 'th' : 'tf',
    ),
  ],
  [
    'set_image_dim_ordering',
    native('set_image_dim_ordering(dim_ordering)', ([ordering], py) =>
      py.call(setImageDataFormat, [orderings.get(ordering) ?? ordering]),
    ),
  ],
];

const setImageDataFormat = native('set_image_data_format(data_format)', ([format], py) => {
  if (format instanceof Unknown) throw new NotKnown(format.reason);
  if (format !== 'channels_last' && format !== 'channels_first') {
    throw raise(
      ValueError,
      `The \`data_format\` argument must be one of {'channels_first', 'channels_last'}. Received: data_format=${py.str(format)}`,
      { blame: { kind: 'argument', name: 'data_format' } },
    );
  }
  Object.assign(py.state(imageDataFormatKey), { current: format, isGiven: true });
  return null;
});

/** What `keras.config` and `keras.backend` share. */
export const configuration: readonly (readonly [string, Value])[] = [
  ['epsilon', native('epsilon()', () => new PyFloat(epsilon))],
  ['set_epsilon', native('set_epsilon(value)', () => null)],
  ['floatx', native('floatx()', (_args, py) => py.state(floatKey).current)],
  ['set_floatx', setFloat],
  [
    'backend',
    native('backend()', (_args, py) => {
      if (!py.running && py.state(kerasVersionKey).current === 1)
        throw new NotKnown('Keras 1 ran on Theano as well as on TensorFlow');
      return 'tensorflow';
    }),
  ],
  ['image_data_format', native('image_data_format()', (_args, py) => py.state(imageDataFormatKey).current)],
  ['set_image_data_format', setImageDataFormat],
];

/** `keras.dtype_policies`: what layers compute in and what their weights are kept in. */
export const policySource = `
class DTypePolicy:
    def __init__(self, name=None):
        name = 'float32' if name is None else name
        self._quantization_mode = None
        if not isinstance(name, str):
            raise TypeError("'name' must be a string, such as 'mixed_float16'. Received: name=" + str(name) + ' (of type ' + str(type(name)) + ')')
        if name.startswith(('int8_', 'float8')):
            self._quantized(name)
        elif name in ('mixed_float16', 'mixed_bfloat16'):
            self._compute, self._variable = name[6:], 'float32'
        elif name in ('float16', 'bfloat16', 'float32', 'float64', 'int8', 'uint8', 'int32', 'bool'):
            self._compute = self._variable = name
        else:
            raise ValueError("Cannot convert '" + name + "' to a mixed precision DTypePolicy. Valid policies include 'mixed_float16', 'mixed_bfloat16', and the name of any float dtype such as 'float32'.")
        self._name = name

    def _quantized(self, name):
        mode, found, source = name.partition('_from_')
        narrow = source == 'float16' or (source == 'mixed_float16' and mode == 'int8')
        if not found or mode not in ('int8', 'float8') or (narrow and mode == 'int8'):
            raise ValueError("Cannot convert '" + name + "' to a " + ('QuantizedDTypePolicy' if mode == 'int8' else 'QuantizedFloat8DTypePolicy') + ". Valid policies are: ['" + mode + "_from_float32', '" + mode + "_from_bfloat16', '" + mode + "_from_mixed_bfloat16'].")
        inner = DTypePolicy(source)
        self._quantization_mode = mode
        self._compute, self._variable = inner.compute_dtype, inner.variable_dtype

    @property
    def name(self):
        return self._name

    @property
    def compute_dtype(self):
        return self._compute

    @property
    def variable_dtype(self):
        return self._variable

    def get_config(self):
        return {'name': self._name}

    @classmethod
    def from_config(cls, config):
        return cls(**config)

    def __eq__(self, other):
        return isinstance(other, DTypePolicy) and other.name == self._name

    def __repr__(self):
        return '<FloatDTypePolicy "' + self._name + '">'


class FloatDTypePolicy(DTypePolicy):
    pass


class QuantizedDTypePolicy(DTypePolicy):
    @property
    def quantization_mode(self):
        return self._quantization_mode

    def __repr__(self):
        return '<QuantizedDTypePolicy "' + self._name + '">'


class QuantizedFloat8DTypePolicy(QuantizedDTypePolicy):
    def __init__(self, name, amax_history_length=1024):
        super().__init__(name)
        if not isinstance(amax_history_length, int):
            raise TypeError('\`amax_history_length\` must be an integer. Received: amax_history_length=' + str(amax_history_length))
        self._amax_history_length = amax_history_length

    @property
    def amax_history_length(self):
        return self._amax_history_length

    def get_config(self):
        return {'name': self._name, 'amax_history_length': self._amax_history_length}

    def __repr__(self):
        return '<QuantizedFloat8DTypePolicy "' + self._name + '">'


def get(identifier):
    if isinstance(identifier, DTypePolicy):
        return identifier
    if isinstance(identifier, dict):
        identifier = identifier.get('config', identifier)['name']
    if isinstance(identifier, str) and identifier.startswith('int8_'):
        return QuantizedDTypePolicy(identifier)
    if isinstance(identifier, str) and identifier.startswith('float8'):
        return QuantizedFloat8DTypePolicy(identifier)
    return DTypePolicy(identifier)


def serialize(dtype_policy):
    return {'module': 'keras.dtype_policies' if isinstance(dtype_policy, QuantizedDTypePolicy) else 'keras', 'class_name': type(dtype_policy).__name__, 'config': dtype_policy.get_config(), 'registered_name': None}


def deserialize(config, custom_objects=None):
    return get(config)


def dtype_policy():
    return FloatDTypePolicy(_global_policy())


def set_dtype_policy(policy):
    _set_global_policy(get(policy).name)
`;

/** What the source above calls. */
export const policyEntries: readonly (readonly [string, Value])[] = [
  [
    '_global_policy',
    native('_global_policy()', (_args, py) => globalPolicyName(py) ?? py.state(floatKey).current),
  ],
  [
    '_set_global_policy',
    native('_set_global_policy(name)', ([name], py) => {
      setGlobalPolicy(py, name);
      return null;
    }),
  ],
];

/** `keras.mixed_precision`, and the names that it had before Keras 3. */
export const mixedPrecisionSource = `
from keras.dtype_policies import DTypePolicy, FloatDTypePolicy, dtype_policy, set_dtype_policy
from keras.optimizers import LossScaleOptimizer


class Policy(FloatDTypePolicy):
    pass


def global_policy():
    return dtype_policy()


def set_global_policy(policy):
    set_dtype_policy(policy)


set_policy = set_global_policy
`;

/** The part of `keras.config` about the global policy. */
export const policySettingsSource = `
from keras.dtype_policies import dtype_policy, set_dtype_policy
`;

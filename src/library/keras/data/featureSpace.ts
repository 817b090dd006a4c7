/** `keras.utils.FeatureSpace`: columns of a table encoded by a layer each, and put together; in Python. */
import { type LibraryModule, pythonModule } from '../../../python/modules.ts';

export const featureSpace: LibraryModule = pythonModule(
  'keras.src.layers.preprocessing.feature_space',
  `
import numpy as _np
import keras as _keras
import tensorflow as _tf
from keras import layers as _layers
from keras import saving as _saving

_float = float
_KINDS = ('float', 'float_normalized', 'float_rescaled', 'integer_categorical', 'string_categorical')


def _expect(value, name, allowed):
    if value not in allowed:
        raise ValueError('Invalid value for argument \`%s\`. Expected one of {%s}. Received: %s=%s'
                         % (name, ', '.join(repr(each) for each in allowed), name, value))


class Cross:
    def __init__(self, feature_names, crossing_dim, output_mode='one_hot'):
        _expect(output_mode, 'output_mode', ('int', 'one_hot'))
        self.feature_names = tuple(feature_names)
        self.crossing_dim = crossing_dim
        self.output_mode = output_mode

    @property
    def name(self):
        return '_X_'.join(self.feature_names)

    def get_config(self):
        return {'feature_names': self.feature_names, 'crossing_dim': self.crossing_dim, 'output_mode': self.output_mode}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


class Feature:
    def __init__(self, dtype, preprocessor, output_mode):
        _expect(output_mode, 'output_mode', ('int', 'one_hot', 'float'))
        self.dtype = dtype
        if isinstance(preprocessor, dict):
            preprocessor = _keras.saving.deserialize_keras_object(preprocessor)
        self.preprocessor = preprocessor
        self.output_mode = output_mode

    def get_config(self):
        saved = _keras.saving.serialize_keras_object(self.preprocessor)
        return {'dtype': self.dtype, 'preprocessor': saved, 'output_mode': self.output_mode}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


def _named(name, kind):
    return (name or kind) + '_preprocessor'


def _settled(column):
    """What is hashed has to be known, unless a model is being built."""
    return column if _keras.backend.is_keras_tensor(column) else _tf.convert_to_tensor(_keras.ops.convert_to_numpy(column))


class FeatureSpace(_layers.Layer):
    @classmethod
    def cross(cls, feature_names, crossing_dim, output_mode='one_hot'):
        return Cross(feature_names, crossing_dim, output_mode=output_mode)

    @classmethod
    def feature(cls, dtype, preprocessor, output_mode):
        return Feature(dtype, preprocessor, output_mode)

    @classmethod
    def float(cls, name=None):
        return Feature('float32', _layers.Identity(dtype='float32', name=_named(name, 'float')), 'float')

    @classmethod
    def float_rescaled(cls, scale=1.0, offset=0.0, name=None):
        layer = _layers.Rescaling(scale=scale, offset=offset, name=_named(name, 'float_rescaled'))
        return Feature('float32', layer, 'float')

    @classmethod
    def float_normalized(cls, name=None):
        return Feature('float32', _layers.Normalization(axis=-1, name=_named(name, 'float_normalized')), 'float')

    @classmethod
    def float_discretized(cls, num_bins, bin_boundaries=None, output_mode='one_hot', name=None):
        name = _named(name, 'float_discretized')
        if bin_boundaries is None:
            layer = _layers.Discretization(num_bins=num_bins, name=name)
        else:
            layer = _layers.Discretization(bin_boundaries=bin_boundaries, name=name)
            layer.num_bins = num_bins
        return Feature('float32', layer, output_mode)

    @classmethod
    def integer_categorical(cls, max_tokens=None, num_oov_indices=1, output_mode='one_hot', name=None):
        layer = _layers.IntegerLookup(max_tokens=max_tokens, num_oov_indices=num_oov_indices, name=_named(name, 'integer_categorical'))
        return Feature('int32', layer, output_mode)

    @classmethod
    def string_categorical(cls, max_tokens=None, num_oov_indices=1, output_mode='one_hot', name=None):
        layer = _layers.StringLookup(max_tokens=max_tokens, num_oov_indices=num_oov_indices, name=_named(name, 'string_categorical'))
        return Feature('string', layer, output_mode)

    @classmethod
    def string_hashed(cls, num_bins, output_mode='one_hot', name=None):
        return Feature('string', _layers.Hashing(num_bins=num_bins, name=_named(name, 'string_hashed')), output_mode)

    @classmethod
    def integer_hashed(cls, num_bins, output_mode='one_hot', name=None):
        return Feature('int32', _layers.Hashing(num_bins=num_bins, name=_named(name, 'integer_hashed')), output_mode)

    def __init__(self, features, output_mode='concat', crosses=None, crossing_dim=32, hashing_dim=32,
                 num_discretization_bins=32, name=None):
        super().__init__(name=name)
        if not features:
            raise ValueError('The \`features\` argument cannot be None or empty.')
        self.crossing_dim = crossing_dim
        self.hashing_dim = hashing_dim
        self.num_discretization_bins = num_discretization_bins
        self.features = {key: self._feature(key, value) for key, value in features.items()}
        self.crosses = [self._cross(each, features) for each in crosses or []]
        _expect(output_mode, 'output_mode', ('dict', 'concat'))
        self.output_mode = output_mode
        self.inputs = {key: _layers.Input(shape=(1,), dtype=value.dtype, name=key) for key, value in self.features.items()}
        self.preprocessors = {key: value.preprocessor for key, value in self.features.items()}
        self.crossers = {each.name: _layers.HashedCrossing(each.crossing_dim, name=each.name) for each in self.crosses}
        self.one_hot_encoders = {}
        self.encoded_features = None
        self._is_adapted = False

    def _feature(self, name, given):
        if isinstance(given, Feature):
            return given
        if isinstance(given, dict):
            return _keras.saving.deserialize_keras_object(given)
        if given in _KINDS:
            return getattr(FeatureSpace, given)(name=name)
        if given == 'float_discretized':
            return FeatureSpace.float_discretized(name=name, num_bins=self.num_discretization_bins)
        if given in ('integer_hashed', 'string_hashed'):
            return getattr(FeatureSpace, given)(self.hashing_dim, name=name)
        raise ValueError('Invalid feature type: ' + str(given))

    def _cross(self, given, features):
        if isinstance(given, Cross):
            return given
        if isinstance(given, dict):
            return _keras.saving.deserialize_keras_object(given)
        if not self.crossing_dim:
            raise ValueError('When specifying \`crosses\`, the argument \`crossing_dim\` (dimensionality of the crossing space) should be specified as well.')
        if any(key not in features for key in given):
            raise ValueError('All features referenced in the \`crosses\` argument should be present in the \`features\` dict. Received unknown features: ' + str(given))
        return Cross(given, crossing_dim=self.crossing_dim)

    def _adaptable(self):
        kinds = (_layers.Normalization, _layers.Discretization, _layers.IntegerLookup, _layers.StringLookup, _layers.TextVectorization)
        found = []
        for key in self.features:
            layer = self.preprocessors[key]
            given = isinstance(layer, _layers.Normalization) and layer.get_config()['mean'] is not None
            fixed = isinstance(layer, _layers.Discretization) and layer.get_config()['bin_boundaries'] is not None
            if not given and not fixed and isinstance(layer, kinds):
                found.append(key)
        return found

    def adapt(self, dataset):
        if not isinstance(dataset, _tf.data.Dataset):
            raise ValueError('\`adapt()\` can only be called on a tf.data.Dataset. Received instead: %s (of type %s)' % (dataset, type(dataset)))
        wanted = self._adaptable()
        columns = {key: [] for key in wanted}
        for batch in dataset:
            for key in wanted:
                columns[key].append(_np.reshape(_keras.ops.convert_to_numpy(batch[key]), (-1, 1)))
        for key in wanted:
            self.preprocessors[key].adapt(_np.concatenate(columns[key]))
        self._is_adapted = True
        self.get_encoded_features()

    def get_inputs(self):
        self.get_encoded_features()
        return self.inputs

    def get_encoded_features(self):
        if not self._is_adapted and self._adaptable():
            raise ValueError('You need to call \`.adapt(dataset)\` on the FeatureSpace before you can start using it.')
        self._is_adapted = True
        if self.encoded_features is None:
            self.encoded_features = self._encoded(self.inputs)
        return self.encoded_features

    def _cardinality(self, name):
        layer = self.preprocessors.get(name) or self.crossers.get(name)
        if isinstance(layer, (_layers.IntegerLookup, _layers.StringLookup)):
            return layer.vocabulary_size()
        if isinstance(layer, _layers.CategoryEncoding):
            return layer.num_tokens
        if isinstance(layer, _layers.Discretization) and layer.num_bins is None:
            return len(layer.bin_boundaries) + 1
        if isinstance(layer, (_layers.Discretization, _layers.HashedCrossing, _layers.Hashing)):
            return layer.num_bins
        raise ValueError("Feature '%s' has \`output_mode='one_hot'\`. However it isn't a standard feature and the dimensionality of its output space is not known, thus it cannot be one-hot encoded. Try using \`output_mode='int'\`." % name)

    def _encoded(self, data):
        columns = {key: self.preprocessors[key](data[key]) for key in self.features}
        crossed = {each.name: self.crossers[each.name]([_settled(columns[key]) for key in each.feature_names]) for each in self.crosses}
        modes = {key: value.output_mode for key, value in self.features.items()}
        modes.update({each.name: each.output_mode for each in self.crosses})
        found = {}
        for name, column in [(key, columns[key]) for key in sorted(columns)] + [(key, crossed[key]) for key in sorted(crossed)]:
            kind = _keras.backend.standardize_dtype(column.dtype)
            if modes[name] == 'one_hot':
                if not kind.startswith('int'):
                    raise ValueError("Feature '%s' has \`output_mode='one_hot'\`. Thus its preprocessor should return an integer dtype. Instead it returns a %s dtype." % (name, kind))
                if name not in self.one_hot_encoders:
                    self.one_hot_encoders[name] = _layers.CategoryEncoding(num_tokens=self._cardinality(name), output_mode='multi_hot')
                column = self.one_hot_encoders[name](column)
            elif self.output_mode == 'concat' and (kind.startswith('int') or kind == 'string'):
                raise ValueError("Cannot concatenate features because feature '%s' has not been encoded (it has dtype %s). Consider using \`output_mode='dict'\`." % (name, kind))
            found[name] = column
        return found if self.output_mode == 'dict' else _layers.Concatenate(axis=-1)(list(found.values()))

    def __call__(self, data):
        self.get_encoded_features()
        if not isinstance(data, dict):
            raise ValueError('A FeatureSpace can only be called with a dict. Received: data=%s (of type %s' % (data, type(data)))
        ready, single = {}, False
        for key, value in data.items():
            column = value if _tf.is_tensor(value) else _tf.convert_to_tensor(value)
            if len(column.shape) == 0:
                single = True
                column = _tf.reshape(column, (1, 1))
            elif len(column.shape) == 1:
                column = _tf.expand_dims(column, -1)
            ready[key] = column
        found = self._encoded(ready)
        if not single:
            return found
        if self.output_mode == 'concat':
            return _tf.squeeze(found, axis=0)
        return {key: _tf.squeeze(column, axis=0) for key, column in found.items()}

    def get_config(self):
        return {
            'features': {key: _keras.saving.serialize_keras_object(value) for key, value in self.features.items()},
            'output_mode': self.output_mode,
            'crosses': [_keras.saving.serialize_keras_object(value) for value in self.crosses],
            'crossing_dim': self.crossing_dim,
            'hashing_dim': self.hashing_dim,
            'num_discretization_bins': self.num_discretization_bins,
        }

    @classmethod
    def from_config(cls, config):
        return cls(**config)

    def get_build_config(self):
        return {name: feature.preprocessor.get_build_config() for name, feature in self.features.items()}

    def build_from_config(self, config):
        for name, given in config.items():
            if given and not self.features[name].preprocessor.built:
                self.features[name].preprocessor.build_from_config(given)
        self._is_adapted = True

    def save(self, filepath):
        _saving._save_layer(self, filepath)
`,
);

/** Keras models as scikit-learn's estimators: `keras.wrappers.scikit_learn` of Keras 1 and 2, and SciKeras. */
import { pythonModule } from '../../../python/modules.ts';

const shared = `
import inspect as _inspect

import numpy as _np
from keras import utils as _utils

_FIT = set(('batch_size epochs nb_epoch verbose callbacks validation_split validation_data shuffle class_weight '
            'sample_weight initial_epoch steps_per_epoch validation_steps validation_batch_size validation_freq '
            'max_queue_size workers use_multiprocessing').split())
_PREDICT = {'batch_size', 'verbose', 'steps', 'callbacks'}
_EVALUATE = {'batch_size', 'verbose', 'sample_weight', 'steps', 'callbacks'}


def _parameters(function):
    """The names that a function takes, and whether it takes any."""
    found = _inspect.signature(function).parameters.values()
    return {item.name for item in found}, any(item.kind == item.VAR_KEYWORD for item in found)


def _chosen(params, names):
    return {name: value for name, value in params.items() if name in names}


def _wants_one_hot(loss):
    name = getattr(loss, '__name__', None) or getattr(loss, 'name', None) or loss
    return name == 'categorical_crossentropy'


def _as_classes(outputs):
    """The class of each row, by its place."""
    return outputs.argmax(axis=-1) if outputs.shape[-1] > 1 else (outputs[:, 0] > 0.5).astype('int32')


def _as_probabilities(outputs):
    return _np.hstack([1 - outputs, outputs]) if outputs.shape[1] == 1 else outputs
`;

/** Kept in Keras until version 2.12. */
const former = pythonModule(
  'keras.wrappers.scikit_learn',
  `${shared}

class BaseWrapper:
    def __init__(self, build_fn=None, **sk_params):
        self.build_fn = build_fn
        self.sk_params = sk_params
        self.check_params(sk_params)

    def _builder(self):
        if self.build_fn is None:
            return self.__call__
        is_plain = _inspect.isfunction(self.build_fn) or _inspect.ismethod(self.build_fn)
        return self.build_fn if is_plain else self.build_fn.__call__

    def check_params(self, params):
        names, takes_any = _parameters(self._builder())
        if takes_any:
            return
        for name in params:
            if name not in names | _FIT | _PREDICT | _EVALUATE:
                raise ValueError('{} is not a legal parameter'.format(name))

    def get_params(self, deep=True, **params):
        return {**self.sk_params, 'build_fn': self.build_fn}

    def set_params(self, **params):
        self.check_params({name: value for name, value in params.items() if name != 'build_fn'})
        if 'build_fn' in params:
            self.build_fn = params.pop('build_fn')
        self.sk_params.update(params)
        return self

    def filter_sk_params(self, fn, override=None):
        return {**_chosen(self.sk_params, _parameters(fn)[0]), **(override or {})}

    def fit(self, x, y, **kwargs):
        builder = self._builder()
        self.model = builder(**self.filter_sk_params(builder))
        if _wants_one_hot(self.model.loss) and len(y.shape) != 2:
            y = _utils.to_categorical(y)
        return self.model.fit(x, y, **{**_chosen(self.sk_params, _FIT), **kwargs})


class KerasClassifier(BaseWrapper):
    def fit(self, x, y, sample_weight=None, **kwargs):
        y = _np.array(y)
        if len(y.shape) == 2 and y.shape[1] > 1:
            self.classes_ = _np.arange(y.shape[1])
        elif len(y.shape) == 1 or (len(y.shape) == 2 and y.shape[1] == 1):
            self.classes_ = _np.unique(y)
            y = _np.searchsorted(self.classes_, y)
        else:
            raise ValueError('Invalid shape for y: ' + str(y.shape))
        self.n_classes_ = len(self.classes_)
        if sample_weight is not None:
            kwargs['sample_weight'] = sample_weight
        return super().fit(x, y, **kwargs)

    def predict(self, x, **kwargs):
        return self.classes_[_as_classes(self._outputs(x, kwargs))]

    def predict_proba(self, x, **kwargs):
        return _as_probabilities(self._outputs(x, kwargs))

    def _outputs(self, x, kwargs):
        return self.model.predict(x, **{**_chosen(self.sk_params, _PREDICT), **kwargs})

    def score(self, x, y, **kwargs):
        y = _np.searchsorted(self.classes_, y)
        if _wants_one_hot(self.model.loss) and len(y.shape) != 2:
            y = _utils.to_categorical(y)
        logs = self.model.evaluate(x, y, return_dict=True, **{**_chosen(self.sk_params, _EVALUATE), **kwargs})
        for name in ('accuracy', 'acc'):
            if name in logs:
                return logs[name]
        raise ValueError('The model is not configured to compute accuracy. You should pass \`metrics=["accuracy"]\` to the \`model.compile()\` method.')


class KerasRegressor(BaseWrapper):
    def predict(self, x, **kwargs):
        return _np.squeeze(self.model.predict(x, **{**_chosen(self.sk_params, _PREDICT), **kwargs}), axis=-1)

    def score(self, x, y, **kwargs):
        loss = self.model.evaluate(x, y, **{**_chosen(self.sk_params, _EVALUATE), **kwargs})
        return -loss[0] if isinstance(loss, list) else -loss
`,
  { aliases: ['tensorflow.keras.wrappers.scikit_learn'], withoutEffect: ['deep', 'params'] },
);

/** The library that took the wrappers over. */
const scikeras = pythonModule(
  'scikeras.wrappers',
  `${shared}
from sklearn.base import BaseEstimator as _BaseEstimator, ClassifierMixin as _ClassifierMixin, RegressorMixin as _RegressorMixin
from sklearn.metrics import accuracy_score as _accuracy, r2_score as _r2

_DEFAULTS = dict(
    model=None, build_fn=None, warm_start=False, random_state=None, optimizer='rmsprop', loss=None, metrics=None,
    batch_size=None, validation_batch_size=None, verbose=1, callbacks=None, validation_split=0.0, shuffle=True,
    run_eagerly=False, epochs=1)


class BaseWrapper(_BaseEstimator):
    def __init__(self, model=None, **kwargs):
        self._names = [*_DEFAULTS, *[name for name in kwargs if name not in _DEFAULTS]]
        for name, value in {**_DEFAULTS, 'model': model, **kwargs}.items():
            setattr(self, name, value)

    def get_params(self, deep=True):
        return {name: getattr(self, name) for name in self._names}

    def set_params(self, **params):
        for name, value in params.items():
            is_routed = name.split('__')[0] in ('model', 'fit', 'predict', 'compile', 'optimizer', 'loss', 'metrics', 'callbacks') and '__' in name
            if name not in self._names:
                if not is_routed:
                    raise ValueError('Invalid parameter {} for estimator {}.'.format(name, type(self).__name__))
                self._names.append(name)
            setattr(self, name, value)
        return self

    def _routed(self, target):
        start = target + '__'
        return {name[len(start):]: getattr(self, name) for name in self._names if name.startswith(start)}

    def _settings(self, names, target):
        plain = {name: getattr(self, name) for name in names if hasattr(self, name)}
        return {**{name: value for name, value in plain.items() if value is not None}, **self._routed(target)}

    def _meta(self):
        return {name: getattr(self, name) for name in ('n_features_in_', 'X_shape_', 'X_dtype_', 'n_outputs_expected_', 'classes_', 'n_classes_', 'target_type_') if hasattr(self, name)}

    def _compile_kwargs(self):
        optimizer = self.optimizer
        choices = self._routed('optimizer')
        if choices:
            from keras import optimizers
            made = optimizers.get(optimizer) if isinstance(optimizer, str) else optimizer
            cls = made if isinstance(made, type) else type(made)
            optimizer = cls(**choices)
        return {'optimizer': optimizer, 'loss': self.loss, 'metrics': self.metrics, 'run_eagerly': self.run_eagerly, **self._routed('compile')}

    def _build(self):
        build = self.model if self.model is not None else self.build_fn
        if build is None:
            build = self._keras_build_fn
        if hasattr(build, 'fit'):
            made = build
        else:
            names, takes_any = _parameters(build)
            offered = {name: getattr(self, name) for name in self._names if '__' not in name and name not in ('model', 'build_fn')}
            given = offered if takes_any else _chosen(offered, names)
            given.update(self._routed('model'))
            if 'meta' in names:
                given['meta'] = self._meta()
            if 'compile_kwargs' in names:
                given['compile_kwargs'] = self._compile_kwargs()
            made = build(**given)
        if getattr(made, 'optimizer', None) is None:
            if self.loss is None:
                raise ValueError('No valid loss function found. You must provide a loss function to train.\\n\\nTo resolve this issue, do one of the following:\\n 1. Provide a loss function via the loss parameter.\\n 2. Compile your model with a loss function inside the model-building method.')
            made.compile(**self._compile_kwargs())
        return made

    def _fit(self, X, y, kwargs):
        X = _np.asarray(X)
        self.n_features_in_ = X.shape[1] if X.ndim > 1 else 1
        self.X_shape_, self.X_dtype_ = X.shape, X.dtype
        if self.random_state is not None:
            _utils.set_random_seed(self.random_state)
        if not (self.warm_start and hasattr(self, 'model_')):
            self.model_ = self._build()
        settings = self._settings(_FIT, 'fit')
        history = self.model_.fit(X, self._targets(y), **{**settings, **kwargs})
        self.history_ = {**history.history}
        return self

    def _outputs(self, X, kwargs):
        if not hasattr(self, 'model_'):
            raise ValueError('Estimator needs to be fit before \`predict\` can be called')
        return self.model_.predict(_np.asarray(X), **{**self._settings(('batch_size', 'verbose'), 'predict'), **kwargs})


class KerasClassifier(_ClassifierMixin, BaseWrapper):
    def __init__(self, model=None, class_weight=None, **kwargs):
        super().__init__(model=model, **{**kwargs, 'class_weight': class_weight})

    def fit(self, X, y, sample_weight=None, **kwargs):
        y = _np.asarray(y)
        is_one_hot = y.ndim == 2 and y.shape[1] > 1
        self.classes_ = _np.arange(y.shape[1]) if is_one_hot else _np.unique(y)
        self.n_classes_ = len(self.classes_)
        self.target_type_ = 'multilabel-indicator' if is_one_hot else 'binary' if self.n_classes_ <= 2 else 'multiclass'
        self.n_outputs_expected_ = 1 if self.n_classes_ <= 2 else self.n_classes_
        if sample_weight is not None:
            kwargs['sample_weight'] = sample_weight
        return self._fit(X, y, kwargs)

    def _targets(self, y):
        if y.ndim == 2 and y.shape[1] > 1:
            return y
        places = _np.searchsorted(self.classes_, y.reshape(-1))
        return _utils.to_categorical(places, self.n_classes_) if _wants_one_hot(self.model_.loss) else places

    def predict(self, X, **kwargs):
        return self.classes_[_as_classes(self._outputs(X, kwargs))]

    def predict_proba(self, X, **kwargs):
        return _as_probabilities(self._outputs(X, kwargs))

    def score(self, X, y, sample_weight=None):
        return _accuracy(y, self.predict(X), sample_weight=sample_weight)


class KerasRegressor(_RegressorMixin, BaseWrapper):
    def fit(self, X, y, sample_weight=None, **kwargs):
        if sample_weight is not None:
            kwargs['sample_weight'] = sample_weight
        return self._fit(X, _np.asarray(y), kwargs)

    def _targets(self, y):
        return y

    def predict(self, X, **kwargs):
        outputs = self._outputs(X, kwargs)
        return outputs[:, 0] if outputs.ndim == 2 and outputs.shape[1] == 1 else outputs

    def score(self, X, y, sample_weight=None):
        return _r2(y, self.predict(X), sample_weight=sample_weight)
`,
  { withoutEffect: ['deep'] },
);

export const scikitLearnWrappers = [former, scikeras];

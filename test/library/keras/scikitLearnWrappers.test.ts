/** Keras models as scikit-learn's estimators, by Keras's own former wrappers and by SciKeras. */
import { expect, it } from 'vitest';
import { analyse } from '../../checks/markers.ts';
import { runKeras } from './program.ts';

const DATA = `import keras
import numpy as np
from keras.layers import Dense
from keras.models import Sequential
from sklearn.model_selection import GridSearchCV, cross_val_score

rng = np.random.RandomState(0)
x = rng.rand(60, 2)
names = np.where(x[:, 0] > 0.5, 'right', 'left')
`;

async function output(text: string): Promise<string> {
  expect((await analyse(text)).findings).toEqual([]);
  const run = await runKeras(text);
  expect(run.stderr).toBe('');
  return run.stdout;
}

it('keras.wrappers.scikit_learn', async () => {
  const text = `${DATA}from keras.wrappers.scikit_learn import KerasClassifier, KerasRegressor


def build(units=4, rate=0.1):
    model = Sequential([Dense(units, activation='relu', input_dim=2), Dense(2, activation='softmax')])
    model.compile(loss='categorical_crossentropy', optimizer=keras.optimizers.SGD(rate), metrics=['accuracy'])
    return model


classifier = KerasClassifier(build_fn=build, epochs=60, batch_size=10, verbose=0)
history = classifier.fit(x, names)
print(len(history.history['loss']), set(classifier.predict(x)) <= {'left', 'right'}, classifier.predict_proba(x).shape)
print(classifier.score(x, names) > 0.6)
search = GridSearchCV(classifier, {'units': [2, 3], 'epochs': [1]}, cv=2)
print(sorted(search.fit(x, names).best_params_), cross_val_score(classifier, x, names, cv=3).shape)
try:
    KerasClassifier(build, unitz=3)
except ValueError as error:
    print(error)


def line():
    model = Sequential([Dense(1, input_dim=2)])
    model.compile('sgd', 'mse')
    return model


regressor = KerasRegressor(line, epochs=5, verbose=0)
regressor.fit(x, x.sum(axis=1))
print(regressor.predict(x).shape, regressor.score(x, x.sum(axis=1)) <= 0)
`;
  expect(await output(text)).toBe(`60 True (60, 2)
True
['epochs', 'units'] (3,)
unitz is not a legal parameter
(60,) True
`);
});

it('scikeras.wrappers', async () => {
  const text = `${DATA}from scikeras.wrappers import KerasClassifier


def build(meta, units=4):
    return Sequential([keras.Input((meta['n_features_in_'],)), Dense(units, activation='relu'), Dense(1, activation='sigmoid')])


classifier = KerasClassifier(build, loss='binary_crossentropy', optimizer='sgd', optimizer__learning_rate=0.5, model__units=6, epochs=40, batch_size=10, verbose=0)
classifier.fit(x, names)
print(classifier.classes_, classifier.model_.optimizer.learning_rate.numpy(), classifier.model_.layers[0].units)
print(len(classifier.history_['loss']), classifier.score(x, names) > 0.6, classifier.predict_proba(x).shape)
search = GridSearchCV(classifier, {'model__units': [2, 3]}, cv=2, refit=False)
print(list(search.fit(x, names).best_params_))
`;
  expect(await output(text)).toBe(`['left' 'right'] 0.5 6
40 True (60, 2)
['model__units']
`);
});

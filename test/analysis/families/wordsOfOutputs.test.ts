/** What `compile` is given for outputs that a model does not have, in the words of each version of Keras. */
import { testWords, twice } from './versionWords.ts';

const training = (settings: string, labels = '[numbers, numbers]') =>
  `${twice}m.compile(optimizer='adam', ${settings})\nm.fit(both, ${labels})`;
const unexpected = (keys: string, entries: string) =>
  `ValueError: Found unexpected losses or metrics that do not correspond to any Model output: dict_keys([${keys}]). Valid mode output names: ['one', 'two']. Received struct is: {${entries}}.`;
const ofFirst = (argument: string) =>
  `ValueError: Unknown entry in ${argument} dictionary: "three". Only expected the following keys: ['one', 'two']`;

testWords({
  'a loss for an output that is not there': [
    training("loss={'one': 'mse', 'two': 'mse', 'three': 'mae'}"),
    { 1: ofFirst('loss'), 2: unexpected("'three'", "'three': 'mae'") },
  ],
  'a loss for one of two outputs': [
    training("loss={'one': 'mse'}"),
    { 1: 'ValueError: Output "two" missing from loss dictionary.', 2: null, 3: null },
  ],
  'three losses for two outputs': [
    training("loss=['mse', 'mse', 'mae']"),
    {
      1: "ValueError: When passing a list as loss, it should have one entry per model outputs. The model has 2 outputs, but you passed loss=['mse', 'mse', 'mae']",
      2: null,
    },
  ],
  'a metric for an output that is not there': [
    training("loss='mse', metrics={'three': ['mae']}"),
    { 1: null, 2: unexpected("'three'", "'three': ['mae']") },
  ],
  'a weight for an output that is not there': [
    training("loss='mse', loss_weights={'one': 1.0, 'three': 2.0}"),
    { 1: ofFirst('loss_weights'), 2: unexpected("'three'", "'three': 2.0") },
  ],
  'one weight for two outputs': [
    training("loss='mse', loss_weights=[1.0]"),
    {
      1: 'ValueError: When passing a list as loss_weights, it should have one entry per model outputs. The model has 2 outputs, but you passed loss_weights=[1.0]',
      2: null,
    },
  ],
  'labels for an output that is not there': [
    training("loss='mse'", "{'one': numbers, 'three': numbers}"),
    {
      1: `ValueError: No data provided for "two". Need data for each key in: ['one', 'two']`,
      2: unexpected("'three'", "'three': <tf.Tensor 'IteratorGetNext:3' shape=(None, 1) dtype=float32>"),
    },
  ],
});

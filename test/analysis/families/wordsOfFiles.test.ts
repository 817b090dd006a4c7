/** What each version of Keras says of models and weights that it does not write, read or know. */
import { stack, testWords } from './versionWords.ts';

const unknownClass =
  'Please ensure you are using a `keras.utils.custom_object_scope` and that this object is included in the scope. See https://www.tensorflow.org/guide/keras/save_and_serialize#registering_the_custom_object for details.';
const own = `class Own(Model):
    def __init__(self):
        super().__init__()
        self.dense = Dense(3)

    def call(self, inputs):
        return self.dense(inputs)


m = Own()
`;

testWords({
  'a class of its own in HDF5': [
    `${own}m(x)\nm.save('model.h5')`,
    {
      2: 'NotImplementedError: Saving the model to HDF5 format requires the model to be a Functional model or a Sequential model. It does not work for subclassed models, because such models are defined via the body of a Python method, which isn\'t safely serializable. Consider saving to the Tensorflow SavedModel format (by setting save_format="tf") or using `save_weights`.',
      3: null,
    },
  ],
  'a class of its own as .keras': [`${own}m(x)\nm.save('model.keras')`, { 2: null, 3: null }],
  'a stack in HDF5': [`${stack()}m.save('model.h5')`, { 1: null, 2: null, 3: null }],
  'a format that nobody knows': [
    `${stack()}m.save('model', save_format='hdf6')`,
    {
      2: "ValueError: Unknown `save_format` argument. Expected one of 'keras', 'tf', or 'h5'. Received: save_formathdf6",
      3: 'ValueError: The `save_format` argument is deprecated in Keras 3. Please remove this argument and pass a file path with either `.keras` or `.h5` extension.Received: save_format=hdf6',
    },
  ],
  'a format that TensorFlow has': [`${stack()}m.save('model', save_format='tf')`, { 2: null }],
  'weights of a stack that nobody called': [
    "m = Sequential([Dense(3)])\nm.save_weights('m.h5')",
    {
      2: "ValueError: Weights for model 'sequential' have not yet been created. Weights are created when the model is first called on inputs or `build()` is called with an `input_shape`.",
    },
  ],
  'weights of a stack that was called': [
    "m = Sequential([Dense(3)])\nm(x)\nm.save_weights('m.h5')",
    { 2: null },
  ],
  'weights of a stack that unknown data built': [
    "m = Sequential([Dense(3)])\nm(np.load('x.npy'))\nm.save_weights('m.h5')\nm.load_weights('m.h5')",
    { 2: null },
  ],
  'weights for a class that nobody called': [
    `${own}m.load_weights('m.h5')`,
    {
      2: 'ValueError: Unable to load weights saved in HDF5 format into a subclassed Model which has not created its variables yet. Call the Model first, then load the weights.',
    },
  ],
  'a class that no version has': [
    `keras.models.model_from_json('{"class_name": "Mine", "config": {}}')`,
    {
      1: 'ValueError: Invalid layer: Mine',
      2: `ValueError: Unknown layer: 'Mine'. ${unknownClass}`,
      3: "TypeError: Could not locate class 'Mine'. Make sure custom classes are decorated with `@keras.saving.register_keras_serializable()`. Full object config: {'class_name': 'Mine', 'config': {}}",
    },
  ],
});

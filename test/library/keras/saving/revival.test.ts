/** Layers whose `get_config` forgets what their constructor needs. */
import { expect, it } from 'vitest';
import { analyseKeras } from '../program.ts';
import { runSaving } from './program.ts';

const layer = `
class Scaled(keras.layers.Layer):
    def __init__(self, units, factor, **kwargs):
        super().__init__(**kwargs)
        self.units, self.factor = units, factor
    def call(self, x):
        return x * self.factor
    def get_config(self):
        return {**super().get_config(), 'units': self.units}
model = keras.Sequential([keras.Input((3,)), Scaled(3, 2.0)])
`;

it('are told in Keras’s words when the model is loaded', async () => {
  const run = await runSaving(
    `${layer}
model.save('m.keras')
try:
    keras.models.load_model('m.keras', custom_objects={'Scaled': Scaled})
except TypeError as error:
    print(str(error).split('Exception encountered: ', 1)[0].split('config=')[0])
    print(error.args[0].split('Exception encountered: ')[-1])
`,
  );
  expect(run.stderr).toBe('');
  expect(run.stdout).toContain('could not be deserialized properly. Please ensure that components');
  expect(run.stdout).toContain("Scaled.__init__() missing 1 required positional argument: 'factor'");
});

it('are found before anything runs', async () => {
  const { findings } = await analyseKeras(`import keras\n${layer}copy = keras.models.clone_model(model)\n`);
  expect(
    findings.map(({ severity, message, raises }) => [severity, message.args, raises?.split('\n')[0]]),
  ).toEqual([
    [
      'error',
      ['Scaled', "Scaled.__init__() missing 1 required positional argument: 'factor'"],
      "TypeError: Error when deserializing class 'Scaled' using config={'name': 'scaled', 'trainable': True, 'dtype': 'float32', 'units': 3}.",
    ],
  ]);
});

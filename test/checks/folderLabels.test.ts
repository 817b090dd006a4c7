/** Labels that an ImageDataGenerator makes of folders, against the loss, before any picture is read. */
import { expect, it } from 'vitest';
import { analyse } from './markers.ts';

const program = (mode: string, head: string, loss: string) => `from keras.layers import Dense, Flatten
from keras.models import Sequential
from tensorflow.keras.preprocessing.image import ImageDataGenerator

flow = ImageDataGenerator(rescale=1 / 255).flow_from_directory('pictures', target_size=(32, 32), class_mode=${mode})
model = Sequential([Flatten(input_shape=(32, 32, 3)), ${head}])
model.compile(optimizer='adam', loss='${loss}')
model.fit(flow)
`;

const softmax = "Dense(4, activation='softmax')";
const sigmoid = "Dense(1, activation='sigmoid')";

it.each([
  ["'binary'", softmax, 'categorical_crossentropy'],
  ["'sparse'", softmax, 'categorical_crossentropy'],
  ["'categorical'", softmax, 'sparse_categorical_crossentropy'],
])('%s, %s and %s do not go together', async (mode, head, loss) => {
  for (const version of ['2', '3'] as const) {
    const { findings } = await analyse(program(mode, head, loss), version);
    expect(findings.map(({ code, severity, span }) => [code, severity, span.start.line])).toEqual([
      ['label-shape', 'error', 8],
    ]);
  }
});

it.each([
  ["'binary'", sigmoid, 'binary_crossentropy'],
  ["'sparse'", softmax, 'sparse_categorical_crossentropy'],
  ["'categorical'", softmax, 'categorical_crossentropy'],
  ["'binary'", "Dense(2, activation='softmax')", 'sparse_categorical_crossentropy'],
])('%s, %s and %s do', async (mode, head, loss) => {
  for (const version of ['2', '3'] as const)
    expect((await analyse(program(mode, head, loss), version)).findings).toEqual([]);
});

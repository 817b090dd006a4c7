/** A single metric without a list: an error in Keras 1 and 3, and what Keras 2 trains with. */
import { expect, test } from 'vitest';
import { analyse, type KerasVersionOption } from '../../../checks/markers.ts';
import { runKeras } from '../program.ts';

const compiled = (home: string, metrics: string) => `import numpy as np
from ${home}.models import Sequential
from ${home}.layers import Dense
model = Sequential([Dense(3, input_dim=4, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam', ${metrics})
`;

const raised: readonly (readonly [KerasVersionOption, string, string | null])[] = [
  [
    '1',
    "metrics='accuracy'",
    'TypeError: Type of `metrics` argument not understood. Expected a list or dictionary, found: accuracy',
  ],
  ['2', "metrics='accuracy'", null],
  [
    '3',
    "metrics='accuracy'",
    "ValueError: Expected `metrics` argument to be a list, tuple, or dict. Received instead: metrics=accuracy of type <class 'str'>",
  ],
  [
    '3',
    "weighted_metrics='accuracy'",
    "ValueError: Expected `weighted_metrics` argument to be a list, tuple, or dict. Received instead: weighted_metrics=accuracy of type <class 'str'>",
  ],
  ['3', "metrics=('accuracy',)", null],
  ['3', "metrics=''", null],
];

test.each(raised)(
  'Keras %s, %s: raised by compile, whether or not fit follows',
  async (version, metrics, error) => {
    const { findings } = await analyse(compiled('keras', metrics), version);
    expect(findings.map(finding => finding.raises)).toEqual(error === null ? [] : [error]);
    if (error !== null) expect(findings[0]!.span.start.line).toBe(5);
  },
);

test('Keras 2 trains with it, Keras 3 raises', async () => {
  const script = (home: string) => `${compiled(home, "metrics='accuracy'")}
history = model.fit(np.ones((6, 4)), np.eye(3)[[0, 1, 2, 0, 1, 2]], epochs=1, verbose=0)
print(sorted(history.history))
`;
  const run = await runKeras(script('tensorflow.keras'));
  expect(run.stdout).toBe("['accuracy', 'loss']\n");
  expect((await runKeras(script('keras'))).stderr).toMatch(/Expected `metrics` argument to be a list/);
});

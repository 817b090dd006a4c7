/** Tests of a family of errors: a failing program with its marker, the same put right, and one that only looks alike. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../checks/markers.ts';

export interface Family {
  /** Its number in the list of errors that users meet, and a few words. */
  readonly name: string;
  /** With the marker drawn under the code. */
  readonly failing: string;
  readonly fixed: string;
  readonly nearMiss: string;
}

export const imports = `import numpy as np
import keras
from keras.models import Sequential, Model
from keras.layers import *

x = np.random.random((100, 4))
`;

/** A classifier of \`x\` with these labels, last layer and loss. */
export function classifier(y: string, last: string, loss: string, marker = ''): string {
  return `y = ${y}
model = Sequential()
model.add(Input((4,)))
model.add(Dense(8, activation='relu'))
model.add(${last})
model.compile(loss=${loss}, optimizer='adam')
model.fit(x, y)
${marker}`;
}

export function testFamilies(families: readonly Family[]): void {
  describe.each(families)('$name', ({ failing, fixed, nearMiss }) => {
    it('is marked at the expression to blame', async () => {
      expect(failing).toContain('^');
      expect(await compare(imports + failing)).toEqual([]);
    });
    it('is not found when put right', async () => {
      expect(await compare(imports + fixed)).toEqual([]);
    });
    it('is not found in what only looks alike', async () => {
      expect(await compare(imports + nearMiss)).toEqual([]);
    });
  });
}

/** Models that a function or a loop makes again and again are shown once in the tree and the outline. */
import { expect, it } from 'vitest';
import { distinctModels, modelsByPlace } from '../../src/editor/modelPlaces.ts';
import { layer, model, spanOf } from './analysedProgram.ts';

const text = 'a = make()\nb = make()\n';
const [first, second] = [spanOf(text, 'a = make()'), spanOf(text, 'b = make()')];
const small = model({ span: first, layers: [layer({ name: 'dense' })] });
const again = model({ span: first, layers: [layer({ name: 'dense_1' })] });
const large = model({ span: first, layers: [layer({ outputShape: [null, 64] })] });
const other = model({ span: second, layers: [layer({ name: 'dense_2' })] });

it('leaves out models that differ in the names of their layers only', () => {
  expect(distinctModels([small, again, large, other])).toEqual([small, large, other]);
});

it('puts models of one place together', () => {
  const lost = model({ span: null });
  expect(modelsByPlace([small, other, large, lost])).toEqual([
    { span: first, models: [small, large] },
    { span: second, models: [other] },
  ]);
});

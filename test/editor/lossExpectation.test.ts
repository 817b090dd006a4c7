import { describe, expect, it } from 'vitest';
import { lossExpectation } from '../../src/editor/lossExpectation.ts';
import type { Shapes } from '../../src/editor/wording.ts';
import { formatMessage } from '../../src/python/message.ts';

const text = (loss: string, output: Shapes): string | null => {
  const expectation = lossExpectation(loss, output);
  return expectation === null ? null : formatMessage(expectation);
};

describe('lossExpectation', () => {
  it('names the shapes of labels and output', () => {
    expect(text('categorical_crossentropy', [null, 3])).toBe(
      'Expects one-hot labels (None, 3) and class probabilities (None, 3) (softmax).',
    );
    expect(text('sparse_categorical_crossentropy', [null, 3])).toBe(
      'Expects integer labels 0..2 and probabilities of 3 classes (softmax).',
    );
  });

  it('asks for raw scores where the loss makes probabilities itself', () => {
    const logits = (loss: string, output: Shapes): string =>
      formatMessage(lossExpectation(loss, output, true)!);
    expect(logits('SparseCategoricalCrossentropy', [null, 10])).toBe(
      'Expects integer labels 0..9 and raw scores of 10 classes; the loss applies the softmax.',
    );
    expect(logits('CategoricalCrossentropy', [null, 3])).toBe(
      'Expects one-hot labels (None, 3) and raw scores (None, 3); the loss applies the softmax.',
    );
    expect(logits('BinaryCrossentropy', [null, 1])).toBe(
      'Expects labels 0 or 1 (None, 1) and raw scores (None, 1); the loss applies the sigmoid.',
    );
    for (const loss of ['SparseCategoricalCrossentropy', 'CategoricalCrossentropy', 'BinaryCrossentropy']) {
      expect(logits(loss, null)).toMatch(/raw scores.*; the loss applies the/);
    }
  });

  it('knows classes by their names, with their module', () => {
    expect(text('keras.losses.MeanSquaredError', [null, 1])).toBe(
      'Expects numbers (None, 1), the shape of the output.',
    );
    expect(text('BinaryCrossentropy', null)).toBe(
      'Expects labels 0 or 1 and probabilities (sigmoid) of the same shape.',
    );
  });

  it('says nothing of a loss it does not know', () => {
    expect(text('my_loss', [null, 3])).toBeNull();
  });
});

/** How the code of an error is documented: what Keras or Python says, why, and what to do. */

export interface ErrorCode {
  readonly code: string;
  /** A few words, the heading of its page: English, Chinese. */
  readonly title: readonly [string, string];
  /** The beginning of the words of Keras or Python; null where they vary. */
  readonly says: string | null;
  readonly why: readonly [string, string];
  readonly fix: readonly [string, string];
  /** A program that raises it, and the same put right. */
  readonly example?: { readonly failing: string; readonly fixed: string };
}

/** A classifier whose parts an example may replace. */
export function classifier(parts: {
  readonly y?: string;
  readonly layers?: readonly string[];
  readonly compile?: string;
  readonly fit?: string;
}): string {
  const layers = parts.layers ?? [
    "Dense(32, input_dim=10, activation='relu')",
    "Dense(3, activation='softmax')",
  ];
  return `import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = ${parts.y ?? 'np.eye(3)[np.random.randint(0, 3, size=100)]'}

model = Sequential()
${layers.map(layer => `model.add(${layer})`).join('\n')}
${parts.compile ?? "model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])"}
${parts.fit ?? 'model.fit(X, y, epochs=10)'}
`;
}

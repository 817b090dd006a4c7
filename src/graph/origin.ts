// Source marks: which layer and line a tensor came from, so that a failing kernel can name them.

export interface Origin {
  readonly layer?: string;
  readonly line?: number;
  readonly file?: string;
}

let current: Origin = {};

export function currentOrigin(): Origin {
  return current;
}

/** Sets the mark that new tensors carry and returns the previous one, to be set back. */
export function setOrigin(origin: Origin): Origin {
  const previous = current;
  current = origin;
  return previous;
}

/** Runs `body` with the mark extended by `origin`. */
export function withOrigin<T>(origin: Origin, body: () => T): T {
  const previous = setOrigin({ ...current, ...origin });
  try {
    return body();
  } finally {
    current = previous;
  }
}

/** "layer 'dense_1', line 12", or an empty string where nothing is known. */
export function describeOrigin(origin: Origin): string {
  const parts: string[] = [];
  if (origin.layer !== undefined) parts.push(`layer '${origin.layer}'`);
  if (origin.line !== undefined) parts.push(`line ${origin.line}`);
  return parts.join(', ');
}

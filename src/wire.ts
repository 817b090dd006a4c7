/**
 * Numbers that JSON cannot carry. VS Code serialises messages between host and page as JSON (binary data apart), in
 * which NaN and the infinities become null; they travel as marked strings instead, so that a diverged loss arrives.
 */

const MARKED: Readonly<Record<string, number>> = {
  '\u0000NaN': Number.NaN,
  '\u0000Infinity': Number.POSITIVE_INFINITY,
  '\u0000-Infinity': Number.NEGATIVE_INFINITY,
};

function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !ArrayBuffer.isView(value) &&
    !(value instanceof ArrayBuffer)
  );
}

/** Rebuilds only what changes: most messages hold nothing to mark and are passed on as they are. */
function mapLeaves(value: unknown, leaf: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) {
    let changed: unknown[] | null = null;
    for (let index = 0; index < value.length; index++) {
      const mapped = mapLeaves(value[index], leaf);
      if (!Object.is(mapped, value[index])) {
        changed ??= [...value];
        changed[index] = mapped;
      }
    }
    return changed ?? value;
  }
  if (!isPlain(value)) {
    return leaf(value);
  }
  let changed: Record<string, unknown> | null = null;
  for (const [key, item] of Object.entries(value)) {
    const mapped = mapLeaves(item, leaf);
    if (!Object.is(mapped, item)) {
      changed ??= { ...value };
      changed[key] = mapped;
    }
  }
  return changed ?? value;
}

/** A message as it may travel. Typed arrays carry their own NaN and are left alone. */
export function toWire(message: unknown): unknown {
  return mapLeaves(message, value =>
    typeof value === 'number' && !Number.isFinite(value) ? `\u0000${value}` : value,
  );
}

/** A message as it was before {@link toWire}. */
export function fromWire(message: unknown): unknown {
  return mapLeaves(message, value =>
    typeof value === 'string' && Object.hasOwn(MARKED, value) ? MARKED[value] : value,
  );
}

/** What can be assigned to, and what in an expression cannot. */

import { bitwiseOr, primary, starExpressions } from './expressions.ts';
import type { Shape, TokenReader } from './reader.ts';

type Use = 'star' | 'for' | 'delete';

const assignable = ['name', 'attribute', 'subscript'];

/** The first part that cannot be assigned to or deleted; null where all can. */
export function invalidTarget(shape: Shape, use: Use): Shape | null {
  if (assignable.includes(shape.kind)) return null;
  if (shape.kind === 'list' || shape.kind === 'tuple') {
    for (const part of shape.parts) {
      const invalid = invalidTarget(part, use);
      if (invalid !== null) return invalid;
    }
    return null;
  }
  if (shape.kind === 'starred') return use === 'delete' ? shape : invalidTarget(shape.parts[0]!, use);
  // `for x() in y` reads as a comparison.
  if (use === 'for' && shape.kind === 'comparison' && shape.parts.length > 0) {
    return invalidTarget(shape.parts[0]!, use);
  }
  return shape;
}

export function failAtTarget(reader: TokenReader, shape: Shape | null, use: Use): void {
  const invalid = shape === null ? null : invalidTarget(shape, use);
  if (invalid === null) return;
  const message = use === 'delete' ? 'cannot delete {0}' : 'cannot assign to {0}';
  reader.fail(invalid, invalid, message, invalid.kind);
}

/** One target, or several with commas between them. */
export function starTargets(reader: TokenReader): Shape | null {
  return reader.attempt(() => {
    const parts: Shape[] = [];
    const { start } = reader.peek();
    let comma = false;
    do {
      const star = reader.take('*');
      const target = targetOf(reader);
      if (target === null) {
        if (star !== null || parts.length === 0) return null;
        break;
      }
      parts.push(target);
      comma = reader.take(',') !== null;
    } while (comma);
    return parts.length === 1 && !comma ? parts[0]! : reader.shape('tuple', start, parts);
  });
}

function targetOf(reader: TokenReader): Shape | null {
  return reader.attempt(() => {
    const shape = reader.plainly(() => primary(reader));
    return shape === null || invalidTarget(shape, 'star') !== null ? null : shape;
  });
}

/** A target in parentheses or a single one, before a colon or an assignment with an operator. */
export function singleTarget(reader: TokenReader): Shape | null {
  return reader.attempt(() => {
    const shape = reader.plainly(() => primary(reader));
    return shape !== null && assignable.includes(shape.kind) ? shape : null;
  });
}

/** The targets of `del`. */
export function deleted(reader: TokenReader): boolean {
  const targets = reader.attempt(() => {
    const shape = reader.plainly(() => starExpressions(reader));
    return shape !== null && invalidTarget(shape, 'delete') === null ? shape : null;
  });
  if (targets !== null) return true;
  if (reader.naming) reader.ahead(() => failAtTarget(reader, starExpressions(reader), 'delete'));
  return false;
}

/** What `with … as` binds. */
export function withTarget(reader: TokenReader): boolean {
  if (targetOf(reader) !== null) return true;
  const value = bitwiseOr(reader);
  if (reader.naming && reader.is(',', ')', ':')) failAtTarget(reader, value, 'star');
  return false;
}

/** Structured types in the headers of .npy files. */
import { stringRepr } from '../../../python/operations/text.ts';
import { type DTypeName, dtypeFromText, hasByteOrder, type OrderedType, typeString } from '../dtypes.ts';
import { type FieldPlan, fieldSize, makeStruct, shapeTupleText, structTypeOf } from './types.ts';

/** What a header says of a type; gaps between fields are fields without a name. */
export function headerText({ dtype, bigEndian }: OrderedType): string {
  const struct = structTypeOf(dtype);
  if (struct === null) return `'${typeString(dtype, bigEndian)}'`;
  let end = 0;
  const parts: string[] = [];
  const fill = (until: number): void => {
    if (until > end) parts.push(`('', '|V${until - end}')`);
  };
  for (const field of struct.fields) {
    fill(field.offset);
    const shape = field.shape.length > 0 ? `, ${shapeTupleText(field.shape)}` : '';
    parts.push(`(${stringRepr(field.name)}, ${headerText(field)}${shape})`);
    end = field.offset + fieldSize(field);
  }
  fill(struct.itemSize);
  return `[${parts.join(', ')}]`;
}

/** The structured type that a header describes, or null where it describes none. */
export function structOfHeader(text: string): DTypeName | null {
  const start = text.search(/'descr':\s*\[/);
  if (start < 0) return null;
  const reader = new Reader(text, text.indexOf('[', start));
  return reader.fields();
}

/** Reads the list of fields, which is written as Python writes lists, tuples, texts and numbers. */
class Reader {
  private readonly text: string;
  private at: number;
  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    const sticky = new RegExp(`\\s*(?:${pattern.source})`, 'y');
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (found !== null) this.at = sticky.lastIndex;
    return found;
  }

  fields(): DTypeName | null {
    if (this.take(/\[/) === null) return null;
    const plans: FieldPlan[] = [];
    const offsets: number[] = [];
    let end = 0;
    while (this.take(/\(/) !== null) {
      const name = this.string();
      this.take(/,/);
      const gap = this.take(/'\|V(\d+)'/);
      if (gap !== null) end += Number(gap[1]);
      else {
        const type = this.type();
        if (type === null || name === null) return null;
        const plan = { ...type, name, shape: this.shape() };
        plans.push(plan);
        offsets.push(end);
        end += fieldSize(plan);
      }
      this.take(/\)/);
      this.take(/,/);
    }
    return this.take(/\]/) === null ? null : makeStruct(plans, { offsets, itemSize: end });
  }

  private string(): string | null {
    return this.take(/'([^']*)'/)?.[1] ?? null;
  }

  private type(): OrderedType | null {
    const text = this.string();
    const dtype = text === null ? this.fields() : dtypeFromText(text);
    if (dtype === null) return null;
    return { dtype, bigEndian: (text?.startsWith('>') ?? false) && hasByteOrder(dtype) };
  }

  private shape(): number[] {
    const found = this.take(/,\s*\(([\d,\s]*)\)/);
    return found === null
      ? []
      : found[1]
          .split(',')
          .filter(part => part.trim() !== '')
          .map(Number);
  }
}

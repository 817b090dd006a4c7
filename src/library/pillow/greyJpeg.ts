/** Grey pictures as JPEG files of one component (ITU-T T.81, baseline), which the library for coloured ones does not write. */

/** The order in which a block's 64 coefficients are stored. */
const zigzag = Uint8Array.from(
  Array.from({ length: 15 }, (_, diagonal) => {
    const places = Array.from({ length: 8 }, (_unused, row) => [row, diagonal - row] as const).filter(
      ([, column]) => column >= 0 && column < 8,
    );
    // Diagonals are walked upwards and downwards by turns.
    return (diagonal % 2 === 0 ? places.reverse() : places).map(([row, column]) => 8 * row + column);
  }).flat(),
);

/** The standard's table for luminance (table K.1), row by row. */
const luminance = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
  29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];

/** How many codes there are of each length, and what they stand for (tables K.3 and K.5). */
interface CodeTable {
  readonly counts: readonly number[];
  readonly values: readonly number[];
}

const constantCodes: CodeTable = {
  counts: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
  values: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};

const bytesIn = (hexadecimal: string) => hexadecimal.match(/../g)!.map(pair => Number.parseInt(pair, 16));

const otherCodes: CodeTable = {
  counts: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d],
  values: bytesIn(
    '0102030004110512213141061351610722711432' +
      '8191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a53545556575859' +
      '5a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9ba' +
      'c2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
  ),
};

/** Code and length of each value. */
function codesOf({ counts, values }: CodeTable): ReadonlyMap<number, readonly [number, number]> {
  const codes = new Map<number, readonly [number, number]>();
  let [code, place] = [0, 0];
  counts.forEach((count, index) => {
    for (let each = 0; each < count; each++) codes.set(values[place++], [code++, index + 1]);
    code <<= 1;
  });
  return codes;
}

/** The steps of coefficients for a quality of 1 to 100, as libjpeg scales the standard's. */
function stepsFor(quality: number): number[] {
  const scale = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality;
  return luminance.map(step => Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100))));
}

const cosines = Float64Array.from({ length: 64 }, (_, index) => {
  const [frequency, place] = [index >> 3, index & 7];
  const norm = frequency === 0 ? Math.SQRT1_2 : 1;
  return (norm / 2) * Math.cos(((2 * place + 1) * frequency * Math.PI) / 16);
});

/** Frequencies of a block of 8 x 8 samples. */
function transformed(block: Float64Array): Float64Array {
  const [rows, result] = [new Float64Array(64), new Float64Array(64)];
  for (let row = 0; row < 8; row++)
    for (let frequency = 0; frequency < 8; frequency++) {
      let sum = 0;
      for (let place = 0; place < 8; place++) sum += cosines[8 * frequency + place] * block[8 * row + place];
      rows[8 * row + frequency] = sum;
    }
  for (let frequency = 0; frequency < 8; frequency++)
    for (let column = 0; column < 8; column++) {
      let sum = 0;
      for (let row = 0; row < 8; row++) sum += cosines[8 * frequency + row] * rows[8 * row + column];
      result[8 * frequency + column] = sum;
    }
  return result;
}

/** Bits one after another; a byte of ones is followed by one of zeros, so that it is no marker. */
class BitWriter {
  readonly bytes: number[] = [];
  private held = 0;
  private count = 0;

  write(value: number, length: number): void {
    for (let bit = length - 1; bit >= 0; bit--) {
      this.held = (this.held << 1) | ((value >> bit) & 1);
      if (++this.count === 8) this.flush();
    }
  }

  private flush(): void {
    this.bytes.push(this.held);
    if (this.held === 0xff) this.bytes.push(0);
    [this.held, this.count] = [0, 0];
  }

  end(): void {
    while (this.count !== 0) this.write(1, 1);
  }
}

const sizeOf = (value: number) => 32 - Math.clz32(Math.abs(value));

/** The low bits of a coefficient: negative ones are stored one less. */
const bitsOf = (value: number) => (value < 0 ? value - 1 : value);

function writeBlock(
  out: BitWriter,
  coefficients: Int32Array,
  before: number,
  codes: readonly ReadonlyMap<number, readonly [number, number]>[],
): void {
  const [constants, others] = codes;
  const difference = coefficients[0] - before;
  const size = sizeOf(difference);
  out.write(...constants.get(size)!);
  out.write(bitsOf(difference), size);
  let zeros = 0;
  for (let index = 1; index < 64; index++) {
    const value = coefficients[index];
    if (value === 0) {
      zeros++;
      continue;
    }
    for (; zeros > 15; zeros -= 16) out.write(...others.get(0xf0)!);
    const length = sizeOf(value);
    out.write(...others.get(16 * zeros + length)!);
    out.write(bitsOf(value), length);
    zeros = 0;
  }
  if (zeros > 0) out.write(...others.get(0)!);
}

const segment = (marker: number, contents: readonly number[]) => {
  const length = contents.length + 2;
  return [0xff, marker, length >> 8, length & 255, ...contents];
};

/**
 * @param data a byte for each pixel, row by row
 * @param quality 1 to 100
 */
export function greyJpeg(width: number, height: number, data: Uint8Array, quality: number): Uint8Array {
  const steps = stepsFor(quality);
  const out = new BitWriter();
  const codes = [codesOf(constantCodes), codesOf(otherCodes)];
  const [block, coefficients] = [new Float64Array(64), new Int32Array(64)];
  let before = 0;
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8) {
      for (let place = 0; place < 64; place++) {
        // What lies outside repeats the last row and column.
        const row = Math.min(height - 1, top + (place >> 3));
        block[place] = data[row * width + Math.min(width - 1, left + (place & 7))] - 128;
      }
      const frequencies = transformed(block);
      for (let index = 0; index < 64; index++) {
        const place = zigzag[index];
        coefficients[index] = Math.round(frequencies[place] / steps[place]);
      }
      writeBlock(out, coefficients, before, codes);
      before = coefficients[0];
    }
  out.end();
  const table = (id: number, { counts, values }: CodeTable) => segment(0xc4, [id, ...counts, ...values]);
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...Array.from(zigzag, place => steps[place])]),
    ...segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
    ...table(0x00, constantCodes),
    ...table(0x10, otherCodes),
    ...segment(0xda, [1, 1, 0x00, 0, 63, 0]),
    ...out.bytes,
    ...[0xff, 0xd9],
  ]);
}

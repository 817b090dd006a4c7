/** SHA-512, which `random.seed` uses for text. */

function primes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let candidate = 2n; found.length < count; candidate++) {
    if (found.every(prime => candidate % prime !== 0n)) found.push(candidate);
  }
  return found;
}

/** The first 64 bits of the fractional part of the n-th root of a prime: where SHA-512's constants come from. */
function fractionOfRoot(prime: bigint, degree: 2n | 3n): bigint {
  const scaled = prime << (64n * degree);
  let low = 0n;
  let high = 1n << 72n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= scaled) low = middle;
    else high = middle;
  }
  return BigInt.asUintN(64, low);
}

const ROUND = primes(80).map(prime => fractionOfRoot(prime, 3n));
const START = primes(8).map(prime => fractionOfRoot(prime, 2n));

const add = (...values: bigint[]): bigint =>
  BigInt.asUintN(
    64,
    values.reduce((a, b) => a + b, 0n),
  );
const rotate = (value: bigint, by: bigint): bigint =>
  BigInt.asUintN(64, (value >> by) | (value << (64n - by)));

/** The digest of some bytes: 64 bytes. */
export function sha512(data: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((data.length + 17) / 128) * 128);
  padded.set(data);
  padded[data.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(data.length) * 8n);
  const hash = [...START];
  for (let block = 0; block < padded.length; block += 128) compress(hash, view, block);
  const digest = new DataView(new ArrayBuffer(64));
  hash.forEach((word, index) => {
    digest.setBigUint64(index * 8, word);
  });
  return new Uint8Array(digest.buffer);
}

function compress(hash: bigint[], view: DataView, block: number): void {
  const w: bigint[] = [];
  for (let i = 0; i < 16; i++) w.push(view.getBigUint64(block + i * 8));
  for (let i = 16; i < 80; i++) {
    const s0 = rotate(w[i - 15], 1n) ^ rotate(w[i - 15], 8n) ^ (w[i - 15] >> 7n);
    const s1 = rotate(w[i - 2], 19n) ^ rotate(w[i - 2], 61n) ^ (w[i - 2] >> 6n);
    w.push(add(w[i - 16], s0, w[i - 7], s1));
  }
  let [a, b, c, d, e, f, g, h] = hash;
  for (let i = 0; i < 80; i++) {
    const s1 = rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n);
    const choose = (e & f) ^ (BigInt.asUintN(64, ~e) & g);
    const first = add(h, s1, choose, ROUND[i], w[i]);
    const s0 = rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, add(d, first), c, b, a, add(first, s0, majority)];
  }
  [a, b, c, d, e, f, g, h].forEach((value, index) => {
    hash[index] = add(hash[index], value);
  });
}

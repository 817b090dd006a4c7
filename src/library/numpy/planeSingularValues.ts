/** The singular value decomposition of 2 by 2 matrices with the signs that LAPACK gives its vectors. */

export interface PlaneDecomposition {
  /** Row-major. */
  readonly u: Float64Array;
  readonly s: Float64Array;
  readonly vt: Float64Array;
}

const signed = (size: number, sign: number): number =>
  sign < 0 || Object.is(sign, -0) ? -Math.abs(size) : Math.abs(size);

/** The rotations that make a triangle diagonal, as LAPACK's `dlasv2` finds them. */
function triangleRotations(f: number, g: number, h: number) {
  const swaps = Math.abs(h) > Math.abs(f);
  const [first, last] = swaps ? [h, f] : [f, h];
  const [size, small] = [Math.abs(first), Math.abs(last)];
  const difference = size - small;
  const share = difference === size ? 1 : difference / size;
  const m = g / first;
  const t = 2 - share;
  const s = Math.sqrt(t * t + m * m);
  const r = share === 0 ? Math.abs(m) : Math.sqrt(share * share + m * m);
  const a = 0.5 * (s + r);
  const slope =
    m * m === 0
      ? share === 0
        ? signed(2, first) * signed(1, g)
        : g / signed(difference, first) + m / t
      : (m / (s + t) + m / (r + share)) * (1 + a);
  const length = Math.sqrt(slope * slope + 4);
  const [cosine, sine] = [2 / length, slope / length];
  const [otherCosine, otherSine] = [(cosine + sine * m) / a, ((last / first) * sine) / a];
  const rotations = swaps
    ? { cosineLeft: sine, sineLeft: cosine, cosineRight: otherSine, sineRight: otherCosine }
    : { cosineLeft: otherCosine, sineLeft: otherSine, cosineRight: cosine, sineRight: sine };
  const leading = Math.abs(g) > size ? 2 : swaps ? 3 : 1;
  return { ...rotations, largest: size * a, smallest: small / a, leading };
}

/** What is diagonal already is only sorted; the sign of a negative value goes to the right vectors. */
function sortedDiagonal(q: readonly number[], f: number, h: number): PlaneDecomposition {
  const [x, y] = [f < 0 ? -1 : 1, h < 0 ? -1 : 1];
  return Math.abs(h) > Math.abs(f)
    ? {
        u: Float64Array.of(q[1], q[0], q[3], q[2]),
        s: Float64Array.of(Math.abs(h), Math.abs(f)),
        vt: Float64Array.of(0, y, x, 0),
      }
    : {
        u: Float64Array.from(q),
        s: Float64Array.of(Math.abs(f), Math.abs(h)),
        vt: Float64Array.of(x, 0, 0, y),
      };
}

/** Decomposes `[[a, b], [c, d]]`: a reflection makes it triangular, then two rotations make it diagonal. */
export function planeSvd(a: number, b: number, c: number, d: number): PlaneDecomposition {
  // The reflection I - tau (1, w)(1, w)' that brings the first column to the first axis.
  const beta = c === 0 ? a : -signed(Math.hypot(a, c), a);
  const tau = c === 0 ? 0 : (beta - a) / beta;
  const w = c === 0 ? 0 : c / (a - beta);
  const reflected = tau * (b + w * d);
  const [f, g, h] = [beta, b - reflected, d - w * reflected];
  const q = [1 - tau, -tau * w, -tau * w, 1 - tau * w * w];
  if (g === 0) return sortedDiagonal(q, f, h);
  const { cosineLeft, sineLeft, cosineRight, sineRight, largest, smallest, leading } = triangleRotations(
    f,
    g,
    h,
  );
  const signOf = (value: number): number => signed(1, value);
  const sign =
    leading === 1
      ? signOf(cosineRight) * signOf(cosineLeft) * signOf(f)
      : leading === 2
        ? signOf(sineRight) * signOf(cosineLeft) * signOf(g)
        : signOf(sineRight) * signOf(sineLeft) * signOf(h);
  const values = [signed(largest, sign), signed(smallest, sign * signOf(f) * signOf(h))];
  const right = [cosineRight, sineRight, -sineRight, cosineRight];
  const u = Float64Array.of(
    q[0] * cosineLeft + q[1] * sineLeft,
    q[1] * cosineLeft - q[0] * sineLeft,
    q[2] * cosineLeft + q[3] * sineLeft,
    q[3] * cosineLeft - q[2] * sineLeft,
  );
  const vt = Float64Array.from(right, (value, index) => (values[index >> 1] < 0 ? -value : value) + 0);
  return { u: u.map(value => value + 0), s: Float64Array.from(values, Math.abs), vt };
}

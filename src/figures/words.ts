/** Words of a figure: numbers at ticks, the simple formulas between dollar signs, and how wide they are. */

const NAMES: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  varphi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
  times: '×',
  cdot: '·',
  pm: '±',
  leq: '≤',
  le: '≤',
  geq: '≥',
  ge: '≥',
  neq: '≠',
  approx: '≈',
  infty: '∞',
  partial: '∂',
  nabla: '∇',
  sum: '∑',
  prod: '∏',
  int: '∫',
  sqrt: '√',
  in: '∈',
  rightarrow: '→',
  to: '→',
  leftarrow: '←',
  degree: '°',
  circ: '°',
  propto: '∝',
};

const RAISED: Readonly<Record<string, string>> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '-': '⁻',
  '−': '⁻',
};
const LOWERED: Readonly<Record<string, string>> = { 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄' };

function raised(text: string): string {
  return [...text].map(letter => RAISED[letter] ?? letter).join('');
}

/** A text with its formulas between dollar signs written in plain letters. */
export function plainWords(text: string): string {
  return text.replace(/\$([^$]*)\$/g, (_whole, formula: string) =>
    formula
      .replace(/\\(?:mathrm|mathbf|mathit|text|textbf|rm|bf|it|hat|bar|tilde|vec)\b\s*/g, '')
      .replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, '$1/$2')
      .replace(/\\([A-Za-z]+)\s?/g, (whole, name: string) => NAMES[name] ?? whole.slice(1))
      .replace(/\^(?:\{([^{}]*)\}|(.))/g, (_all, group?: string, one?: string) => raised(group ?? one ?? ''))
      .replace(/_(?:\{([^{}]*)\}|(.))/g, (_all, group?: string, one?: string) => {
        const below = group ?? one ?? '';
        return [...below].every(letter => letter in LOWERED)
          ? [...below].map(letter => LOWERED[letter]).join('')
          : `_${below}`;
      })
      .replace(/\\[,;! ]/g, ' ')
      .replace(/[{}]/g, ''),
  );
}

/** Texts of ticks that belong together: as many decimals as their step needs; powers of ten beyond a million. */
export function tickTexts(ticks: readonly number[]): string[] {
  const largest = Math.max(...ticks.map(Math.abs), 0);
  const gaps = ticks.slice(1).map((tick, index) => Math.abs(tick - ticks[index]!));
  const step = Math.min(...gaps, largest || 1);
  if (largest >= 1e6 || (largest > 0 && largest < 1e-4)) return ticks.map(powerText);
  let decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  // Steps of a quarter need a digit more than their size says.
  if (ticks.some(tick => Math.abs(tick * 10 ** decimals - Math.round(tick * 10 ** decimals)) > 1e-6))
    decimals++;
  return ticks.map(tick => (tick === 0 ? 0 : tick).toFixed(Math.min(decimals, 8)).replace('-', '−'));
}

/** A number as a factor and a power of ten. */
export function powerText(value: number): string {
  if (value === 0) return '0';
  const power = Math.floor(Math.log10(Math.abs(value)) + 1e-9);
  const factor = Number((value / 10 ** power).toPrecision(3));
  const sign = factor < 0 ? '−' : '';
  const digits = Math.abs(factor) === 1 ? '' : `${Math.abs(factor)}×`;
  return `${sign}${digits}10${raised(String(power))}`;
}

/** Letters that are narrower or wider than others, in shares of the font's size. */
const NARROW = /[iljtfrI.,:;'|!()[\]\s]/;
const WIDE = /[mwMW@%−+=×≈≤≥]/;

/** About how wide a text is in a sans-serif font, in the unit of its size; the widest of its lines. */
export function textWidth(text: string, size: number): number {
  let widest = 0;
  for (const line of text.split('\n')) {
    let width = 0;
    for (const letter of line) {
      if (letter > '\u2e80') width += 1;
      else width += NARROW.test(letter) ? 0.36 : WIDE.test(letter) ? 0.88 : 0.62;
    }
    widest = Math.max(widest, width);
  }
  return widest * size;
}

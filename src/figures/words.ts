/** Words of a figure: the simple formulas between dollar signs, and how wide they are. */

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
  log: 'log',
  ln: 'ln',
  exp: 'exp',
  ldots: '…',
  dots: '…',
  ell: 'ℓ',
  quad: ' ',
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
  return text.replace(/(?<!\\)\$([^$]*)\$/g, (_whole, formula: string) =>
    formula
      .replace(
        /\\(?:mathdefault|mathrm|mathbf|mathit|mathcal|mathbb|operatorname|text|textbf|rm|bf|it|hat|bar|tilde|vec|left|right|overline)\b\s*/g,
        '',
      )
      .replace(/(?<![A-Za-z0-9)}])-/g, '−')
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

/** How wide the letters of ASCII are, from the space on, in thousandths of the font's size (DejaVu Sans). */
const WIDTHS =
  `318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 337 636 636 636 636 636 636 636 636 636 636 337 337
838 838 838 531 1000 684 686 698 770 632 575 775 752 295 295 656 557 863 748 787 603 787 695 635 611 732 684 989 685
611 685 390 337 390 838 500 500 613 635 550 635 615 352 635 634 278 278 579 278 974 634 612 635 635 411 521 392 634
592 818 592 592 525 636 337 636 838`
    .split(/\s/)
    .map(Number);

/** How wide a text is in the font of figures, in the unit of its size; the widest of its lines. */
export function textWidth(text: string, size: number): number {
  let widest = 0;
  for (const line of text.split('\n')) {
    let width = 0;
    for (const letter of line) {
      if (letter > '\u2e80') width += 1000;
      else if ('⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄'.includes(letter)) width += 401;
      else if (letter === '−' || letter === '×') width += 838;
      else width += WIDTHS[letter.codePointAt(0)! - 32] ?? 620;
    }
    widest = Math.max(widest, width);
  }
  return (widest * size) / 1000;
}

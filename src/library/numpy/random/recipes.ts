/** The distributions: their parameters, what is known of what they draw, and how it is drawn. */

import { raise, ValueError } from '../../../python/errors.ts';
import { preciseExp, preciseLog } from '../../preciseFunctions.ts';
import { facts, noFacts } from '../facts.ts';
import * as discrete from './discreteDistributions.ts';
import * as distributions from './distributions.ts';
import { LegacyDraws } from './distributions.ts';
import { counts, nonNegative, positive, type Recipe, unit } from './drawing.ts';

export const recipes: Record<string, { readonly signature: string; readonly recipe: Recipe }> = {
  uniform: {
    signature: 'uniform(self, low=0.0, high=1.0, size=None)',
    recipe: {
      facts: ([low, high]) => {
        const [a, b] = [low.facts, high.facts];
        if (a.minimum === null || b.maximum === null || a.maximum === null || b.minimum === null)
          return noFacts;
        return facts({
          minimum: Math.min(a.minimum, b.minimum),
          maximum: Math.max(a.maximum, b.maximum),
          finite: true,
        });
      },
      draw: (draws, [low, high]) => low + (high - low) * draws.bits.nextDouble(),
    },
  },
  normal: {
    signature: 'normal(self, loc=0.0, scale=1.0, size=None)',
    recipe: {
      facts: () => noFacts,
      draw: (draws, [mean, scale]) => mean + scale * draws.normal(),
      check: positive('scale', 1),
    },
  },
  lognormal: {
    signature: 'lognormal(self, mean=0.0, sigma=1.0, size=None)',
    recipe: {
      facts: nonNegative,
      draw: (draws, [mean, sigma]) => preciseExp(mean + sigma * draws.normal()),
      check: positive('sigma', 1),
    },
  },
  exponential: {
    signature: 'exponential(self, scale=1.0, size=None)',
    recipe: {
      facts: nonNegative,
      draw: (draws, [scale]) => scale * draws.exponential(),
      check: positive('scale', 0),
    },
  },
  gamma: {
    signature: 'gamma(self, shape, scale=1.0, size=None)',
    recipe: {
      facts: nonNegative,
      draw: (draws, [shape, scale]) => scale * distributions.standardGamma(draws, shape),
      check: positive('shape', 0),
    },
  },
  standard_gamma: {
    signature: 'standard_gamma(self, shape, size=None)',
    recipe: {
      facts: nonNegative,
      draw: (draws, [shape]) => distributions.standardGamma(draws, shape),
      check: positive('shape', 0),
    },
  },
  beta: {
    signature: 'beta(self, a, b, size=None)',
    recipe: { facts: unit, draw: (draws, [a, b]) => distributions.beta(draws, a, b) },
  },
  chisquare: {
    signature: 'chisquare(self, df, size=None)',
    recipe: { facts: nonNegative, draw: (draws, [df]) => 2 * distributions.standardGamma(draws, df / 2) },
  },
  poisson: {
    signature: 'poisson(self, lam=1.0, size=None)',
    recipe: {
      dtype: 'int64',
      facts: counts,
      draw: (draws, [rate]) => discrete.poisson(draws, rate),
      check: ([rate]) => {
        if (rate < 0 || Number.isNaN(rate)) throw raise(ValueError, 'lam < 0 or lam is NaN');
      },
    },
  },
  binomial: {
    signature: 'binomial(self, n, p, size=None)',
    recipe: {
      dtype: 'int64',
      facts: ([n]) => facts({ integers: true, minimum: 0, maximum: n.facts.maximum }),
      draw: (draws, [n, p]) => discrete.binomial(draws, n, p),
      check: ([n, p]) => {
        if (n < 0) throw raise(ValueError, 'n < 0');
        if (!(p >= 0 && p <= 1))
          throw raise(
            ValueError,
            p < 0 ? 'p < 0, p > 1 or p contains NaNs' : 'p < 0, p > 1 or p contains NaNs',
          );
      },
    },
  },
  geometric: {
    signature: 'geometric(self, p, size=None)',
    recipe: { dtype: 'int64', facts: counts, draw: (draws, [p]) => discrete.geometric(draws, p) },
  },
  laplace: {
    signature: 'laplace(self, loc=0.0, scale=1.0, size=None)',
    recipe: { facts: () => noFacts, draw: (draws, [a, b]) => distributions.laplace(draws, a, b) },
  },
  logistic: {
    signature: 'logistic(self, loc=0.0, scale=1.0, size=None)',
    recipe: { facts: () => noFacts, draw: (draws, [a, b]) => distributions.logistic(draws, a, b) },
  },
  gumbel: {
    signature: 'gumbel(self, loc=0.0, scale=1.0, size=None)',
    recipe: { facts: () => noFacts, draw: (draws, [a, b]) => distributions.gumbel(draws, a, b) },
  },
  rayleigh: {
    signature: 'rayleigh(self, scale=1.0, size=None)',
    recipe: {
      facts: nonNegative,
      draw: (draws, [scale]) =>
        draws instanceof LegacyDraws
          ? scale * Math.sqrt(-2 * preciseLog(1 - draws.bits.nextDouble()))
          : scale * Math.sqrt(2 * draws.exponential()),
    },
  },
  weibull: {
    signature: 'weibull(self, a, size=None)',
    recipe: { facts: nonNegative, draw: (draws, [a]) => (a === 0 ? 0 : draws.exponential() ** (1 / a)) },
  },
  pareto: {
    signature: 'pareto(self, a, size=None)',
    recipe: {
      facts: nonNegative,
      draw: (draws, [a]) =>
        draws instanceof LegacyDraws
          ? preciseExp(draws.exponential() / a) - 1
          : Math.expm1(draws.exponential() / a),
    },
  },
  power: {
    signature: 'power(self, a, size=None)',
    recipe: {
      facts: unit,
      draw: (draws, [a]) => {
        const y = -draws.exponential();
        return (draws instanceof LegacyDraws ? 1 - preciseExp(y) : -Math.expm1(y)) ** (1 / a);
      },
    },
  },
  standard_cauchy: {
    signature: 'standard_cauchy(self, size=None)',
    recipe: { facts: () => noFacts, draw: draws => draws.normal() / draws.normal() },
  },
  standard_t: {
    signature: 'standard_t(self, df, size=None)',
    recipe: {
      facts: () => noFacts,
      draw: (draws, [df]) => {
        const numerator = draws.normal();
        return (Math.sqrt(df / 2) * numerator) / Math.sqrt(distributions.standardGamma(draws, df / 2));
      },
    },
  },
  f: {
    signature: 'f(self, dfnum, dfden, size=None)',
    recipe: {
      facts: nonNegative,
      draw: (draws, [a, b]) => {
        const numerator = 2 * distributions.standardGamma(draws, a / 2) * b;
        return numerator / (2 * distributions.standardGamma(draws, b / 2) * a);
      },
    },
  },
  noncentral_chisquare: {
    signature: 'noncentral_chisquare(self, df, nonc, size=None)',
    recipe: {
      facts: nonNegative,
      draw: (draws, [df, nonc]) => distributions.noncentralChisquare(draws, df, nonc),
    },
  },
  noncentral_f: {
    signature: 'noncentral_f(self, dfnum, dfden, nonc, size=None)',
    recipe: {
      facts: nonNegative,
      draw: (draws, [a, b, nonc]) => {
        const t = distributions.noncentralChisquare(draws, a, nonc) * b;
        return t / (2 * distributions.standardGamma(draws, b / 2) * a);
      },
    },
  },
  wald: {
    signature: 'wald(self, mean, scale, size=None)',
    recipe: {
      facts: nonNegative,
      draw: (draws, [mean, scale]) => distributions.wald(draws, mean, scale),
      check: ([mean, scale]) => {
        if (mean <= 0) throw raise(ValueError, 'mean <= 0');
        if (scale <= 0) throw raise(ValueError, 'scale <= 0');
      },
    },
  },
  vonmises: {
    signature: 'vonmises(self, mu, kappa, size=None)',
    recipe: {
      facts: () => noFacts,
      draw: (draws, [mu, kappa]) => distributions.vonMises(draws, mu, kappa),
      check: positive('kappa', 1),
    },
  },
  negative_binomial: {
    signature: 'negative_binomial(self, n, p, size=None)',
    recipe: {
      dtype: 'int64',
      facts: counts,
      draw: (draws, [n, p]) => discrete.negativeBinomial(draws, n, p),
    },
  },
  hypergeometric: {
    signature: 'hypergeometric(self, ngood, nbad, nsample, size=None)',
    recipe: {
      dtype: 'int64',
      facts: counts,
      draw: (draws, [good, bad, sample]) =>
        discrete.hypergeometric(draws, good, bad, sample, draws instanceof LegacyDraws),
      check: ([good, bad, sample]) => {
        if (good < 0) throw raise(ValueError, 'ngood < 0');
        if (bad < 0) throw raise(ValueError, 'nbad < 0');
        if (good + bad < sample) throw raise(ValueError, 'ngood + nbad < nsample');
      },
    },
  },
  logseries: {
    signature: 'logseries(self, p, size=None)',
    recipe: {
      dtype: 'int64',
      facts: counts,
      draw: (draws, [p]) => discrete.logSeries(draws, p, draws instanceof LegacyDraws),
    },
  },
  zipf: {
    signature: 'zipf(self, a, size=None)',
    recipe: {
      dtype: 'int64',
      facts: counts,
      draw: (draws, [a]) => discrete.zipf(draws, a),
      check: ([a]) => {
        if (!(a > 1)) throw raise(ValueError, 'a <= 1 or a is NaN');
      },
    },
  },
  triangular: {
    signature: 'triangular(self, left, mode, right, size=None)',
    recipe: { facts: () => noFacts, draw: (draws, [a, b, c]) => distributions.triangular(draws, a, b, c) },
  },
};

export const standards: Record<string, Recipe> = {
  standard_normal: { facts: () => noFacts, draw: draws => draws.normal() },
  standard_exponential: { facts: nonNegative, draw: draws => draws.exponential() },
  random: { facts: unit, draw: draws => draws.bits.nextDouble() },
};

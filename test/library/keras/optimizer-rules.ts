/** Optimizers' published update rules, written out in NumPy. */

/** The constructor, the state before the first step, and one step on `w` with gradient `g` as step `t` (from 1). */
export const optimizerRules: readonly [string, string, string][] = [
  ['SGD(0.1, momentum=0.9)', 'v = 0', 'v = 0.9 * v - 0.1 * g; w = w + v'],
  ['SGD(0.1, momentum=0.9, nesterov=True)', 'v = 0', 'v = 0.9 * v - 0.1 * g; w = w + 0.9 * v - 0.1 * g'],
  [
    'Adam(0.1, amsgrad=True)',
    'm = v = h = 0',
    'm = .9 * m + .1 * g; v = .999 * v + .001 * g * g; h = np.maximum(h, v); w = w - 0.1 * np.sqrt(1 - .999 ** t) / (1 - .9 ** t) * m / (np.sqrt(h) + 1e-7)',
  ],
  [
    'AdamW(0.1, weight_decay=0.05)',
    'm = v = 0',
    'w = w - w * 0.05 * 0.1; m = .9 * m + .1 * g; v = .999 * v + .001 * g * g; w = w - 0.1 * (m / (1 - .9 ** t)) / (np.sqrt(v / (1 - .999 ** t)) + 1e-7)',
  ],
  ['Adagrad(0.1)', 'a = 0.1', 'a = a + g * g; w = w - 0.1 * g / np.sqrt(a + 1e-7)'],
  [
    'Nadam(0.1)',
    'm = v = 0; p = 1',
    'u = .9 * (1 - .5 * .96 ** t); u1 = .9 * (1 - .5 * .96 ** (t + 1)); p = p * u; m = .9 * m + .1 * g; v = .999 * v + .001 * g * g; w = w - 0.1 * (u1 * m / (1 - p * u1) + (1 - u) * g / (1 - p)) / (np.sqrt(v / (1 - .999 ** t)) + 1e-7)',
  ],
  [
    'Ftrl(0.1, l1_regularization_strength=0.01)',
    'a = 0.1; z = 0',
    'n = a + g * g; z = z + g - (np.sqrt(n) - np.sqrt(a)) / 0.1 * w; w = (np.clip(z, -.01, .01) - z) / (np.sqrt(n) / 0.1); a = n',
  ],
  ['SGD(0.1, clipnorm=0.5)', 'pass', 'w = w - 0.1 * g * min(1, 0.5 / np.linalg.norm(g))'],
  ['SGD(0.1, clipvalue=0.3)', 'pass', 'w = w - 0.1 * np.clip(g, -.3, .3)'],
  [
    'SGD(0.1, gradient_accumulation_steps=2)',
    's = 0',
    's = s + g; w = w - (0.1 * s / 2 if t % 2 == 0 else 0); s = s * (t % 2)',
  ],
  ['RMSprop(0.1)', 'v = 0', 'v = .9 * v + .1 * g * g; w = w - 0.1 * g / np.sqrt(v + 1e-7)'],
  [
    'RMSprop(0.1, momentum=0.5, centered=True)',
    'v = a = m = 0',
    'v = .9 * v + .1 * g * g; a = .9 * a + .1 * g; m = .5 * m + 0.1 * g / np.sqrt(v - a * a + 1e-7); w = w - m',
  ],
  [
    'Adadelta(0.5)',
    'a = u = 0',
    'a = .95 * a + .05 * g * g; d = -np.sqrt(u + 1e-7) / np.sqrt(a + 1e-7) * g; u = .95 * u + .05 * d * d; w = w + 0.5 * d',
  ],
  [
    'Adamax(0.1)',
    'm = u = 0',
    'm = .9 * m + .1 * g; u = np.maximum(.999 * u, np.abs(g)); w = w - 0.1 / (1 - .9 ** t) * m / (u + 1e-7)',
  ],
  ['Lion(0.1)', 'm = 0', 'w = w - 0.1 * np.sign(.9 * m + .1 * g); m = .99 * m + .01 * g'],
  [
    'Adafactor(0.1)',
    'v = 0; rms = lambda a: np.sqrt(np.mean(a * a))',
    'b = 1 - t ** -0.8; v = b * v + (1 - b) * (g * g + 1e-30); u = g / np.sqrt(v); w = w - max(1e-3, rms(w)) * min(0.1, 1 / np.sqrt(t)) * u / max(1, rms(u))',
  ],
];

/** A script that takes four steps of a rule on `w`, from the values of `variable`, with what is done beside each. */
export const fourSteps = (start: string, step: string, beside: string) => `
rng = np.random.RandomState(0)
x = rng.rand(5)
w = x.copy()
${start.replace('pass', 's = 0')}
for t in range(1, 5):
    g = rng.normal(size=5)
    ${step}
    ${beside}
`;

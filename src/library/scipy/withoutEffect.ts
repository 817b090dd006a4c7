/** Options of SciPy's functions that change no result here. */
export const SCIPY_WITHOUT_EFFECT: readonly string[] = [
  ...[
    'copy',
    'Result.__new__.names',
    'Result.__new__.title',
    'Result.__init__.values',
    'format',
    '_Normal.mean.scale',
    '_Normal.std.loc',
  ],
];

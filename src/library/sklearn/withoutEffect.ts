/** Options of scikit-learn's functions that change no result here: how work is shared, told about or handed on. */
export const SKLEARN_WITHOUT_EFFECT: readonly string[] = [
  ...['n_jobs', 'verbose', 'pre_dispatch', 'copy', 'y', 'groups', 'X', 'dense_output', 'accept_sparse'],
  ...['warn', 'dualtree', 'breadth_first', 'check_array.ignored', 'check_is_fitted.attributes'],
  // What one of several things of a kind is given and does not need.
  ...['_Squares.start.classes', '_Squares.residual.place', '_Binary.start.classes'],
  ...['_Binary.residual.place'],
];

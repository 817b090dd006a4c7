/** `tf.train.ExponentialMovingAverage`, in Python: a variable beside each variable, which follows it slowly. */

export const averagesSource = `
class ExponentialMovingAverage:
    def __init__(self, decay, num_updates=None, zero_debias=False, name='ExponentialMovingAverage'):
        self._decay = decay
        self._num_updates = num_updates
        self._zero_debias = zero_debias
        self._name = name
        self._averages = {}

    @property
    def name(self):
        return self._name

    def apply(self, var_list=None):
        # Without a list the graph's variables are meant, and running eagerly there are none.
        given = [] if var_list is None else list(var_list)
        for variable in given:
            if isinstance(variable, _tf.Tensor) and not isinstance(variable, _tf.Variable):
                raise TypeError('tf.train.ExponentialMovingAverage does not support non-Variable tensors when eager execution is enabled.')
        for variable in given:
            if not variable.dtype.base_dtype.is_floating:
                raise TypeError('The variables must be half, float, or double: ' + variable.name)
            if id(variable) not in self._averages:
                average = _tf.Variable(variable, trainable=False, dtype=variable.dtype, name=self.average_name(variable))
                self._averages[id(variable)] = (variable, average)
        decay = _tf.convert_to_tensor(self._decay)
        if self._num_updates is not None:
            updates = _tf.cast(self._num_updates, 'float32')
            decay = _tf.minimum(decay, (1.0 + updates) / (10.0 + updates))
        for variable in given:
            average = self._averages[id(variable)][1]
            average.assign_sub((average - variable) * _tf.cast(1.0 - decay, variable.dtype))

    def average(self, var):
        return self._averages.get(id(var), (None, None))[1]

    def average_name(self, var):
        return var.name.removesuffix(':0') + '/' + self._name

    def variables_to_restore(self, moving_avg_variables=None):
        if moving_avg_variables is None:
            moving_avg_variables = [variable for variable, average in self._averages.values()]
        return {self.average_name(variable): variable for variable in moving_avg_variables}
`;

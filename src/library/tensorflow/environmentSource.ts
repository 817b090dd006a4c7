/** Parts of `tensorflow` that say something about the machine or check values, in Python. */

/** `tensorflow.debugging`: conditions that raise. */
export const debuggingSource = `
from keras import ops as _ops
from tensorflow import _later
from tensorflow.errors import InvalidArgumentError as _InvalidArgumentError


def _check(condition, message, default):
    def demand(values):
        if not values[0]:
            raise _InvalidArgumentError(message or default)

    held = _ops.all(condition)
    if not _later([held], demand):
        demand([bool(held)])


def assert_equal(x, y, message=None, summarize=None, name=None):
    _check(_ops.equal(x, y), message, 'Condition x == y did not hold.')


def assert_none_equal(x, y, summarize=None, message=None, name=None):
    _check(_ops.not_equal(x, y), message, 'Condition x != y did not hold.')


def assert_less(x, y, message=None, summarize=None, name=None):
    _check(_ops.less(x, y), message, 'Condition x < y did not hold.')


def assert_less_equal(x, y, message=None, summarize=None, name=None):
    _check(_ops.less_equal(x, y), message, 'Condition x <= y did not hold.')


def assert_greater(x, y, message=None, summarize=None, name=None):
    _check(_ops.greater(x, y), message, 'Condition x > y did not hold.')


def assert_greater_equal(x, y, message=None, summarize=None, name=None):
    _check(_ops.greater_equal(x, y), message, 'Condition x >= y did not hold.')


def assert_positive(x, message=None, summarize=None, name=None):
    _check(_ops.greater(x, 0), message, 'Condition x > 0 did not hold.')


def assert_non_negative(x, message=None, summarize=None, name=None):
    _check(_ops.greater_equal(x, 0), message, 'Condition x >= 0 did not hold.')


def assert_near(x, y, rtol=1e-6, atol=1e-6, message=None, summarize=None, name=None):
    _check(_ops.abs(_ops.subtract(x, y)) <= atol + rtol * _ops.abs(y), message, 'x and y not equal to tolerance.')


def assert_all_finite(x, message, name=None):
    _check(_ops.isfinite(x), message, 'Tensor had NaN or Inf values')
    return x


def check_numerics(tensor, message, name=None):
    return assert_all_finite(tensor, message)


def assert_rank(x, rank, message=None, name=None):
    if len(x.shape) != rank:
        raise ValueError((message or '') + 'Tensor must have rank ' + str(rank) + '. Received rank ' + str(len(x.shape)) + ', shape ' + str(x.shape))


def assert_rank_at_least(x, rank, message=None, name=None):
    if len(x.shape) < rank:
        raise ValueError((message or '') + 'Tensor must have rank at least ' + str(rank) + '. Received rank ' + str(len(x.shape)))


def assert_shapes(shapes, data=None, summarize=None, message=None, name=None):
    return None


def assert_type(tensor, tf_type, message=None, name=None):
    return None


def enable_check_numerics(*args, **kwargs):
    return None


def disable_check_numerics():
    return None


def set_log_device_placement(enabled):
    return None
`;

/** `tensorflow.config`: a run has no devices to choose from; which the user's machine has analysis cannot know. */
export const configSource = `
from sklearn._support import running as _running, unknown as _unknown
class LogicalDeviceConfiguration:
    def __init__(self, memory_limit=None, **kwargs):
        self.memory_limit = memory_limit


class PhysicalDevice:
    def __init__(self, name, device_type):
        self.name = name
        self.device_type = device_type

    def __repr__(self):
        return 'PhysicalDevice(name=' + repr(self.name) + ', device_type=' + repr(self.device_type) + ')'


def list_physical_devices(device_type=None):
    if device_type not in (None, 'CPU'):
        return [] if _running() else _unknown('which devices there are')
    return [PhysicalDevice('/physical_device:CPU:0', 'CPU')]


list_logical_devices = get_visible_devices = list_physical_devices


def set_visible_devices(devices, device_type=None):
    return None


def set_logical_device_configuration(device, logical_devices):
    return None


def set_soft_device_placement(enabled):
    return None


class experimental:
    list_physical_devices = staticmethod(list_physical_devices)
    VirtualDeviceConfiguration = LogicalDeviceConfiguration

    @staticmethod
    def set_memory_growth(device, enable):
        return None

    @staticmethod
    def set_virtual_device_configuration(device, logical_devices):
        return None

    @staticmethod
    def set_visible_devices(devices, device_type=None):
        return None

    @staticmethod
    def enable_op_determinism():
        return None

    @staticmethod
    def enable_tensor_float_32_execution(enabled):
        return None


class optimizer:
    @staticmethod
    def set_jit(enabled):
        return None


class threading:
    @staticmethod
    def set_inter_op_parallelism_threads(count):
        return None

    @staticmethod
    def set_intra_op_parallelism_threads(count):
        return None
`;

/** `tensorflow.summary`: nothing is written. */
export const summarySource = `
class _Writer:
    def as_default(self, step=None):
        return self

    def set_as_default(self, step=None):
        return None

    def flush(self):
        return None

    def close(self):
        return None

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return None


def create_file_writer(logdir, max_queue=None, flush_millis=None, filename_suffix=None, name=None):
    return _Writer()


def create_noop_writer():
    return _Writer()


def scalar(name, data, step=None, description=None):
    return False


def histogram(name, data, step=None, buckets=None, description=None):
    return False


def image(name, data, step=None, max_outputs=3, description=None):
    return False


def text(name, data, step=None, description=None):
    return False


def flush(writer=None, name=None):
    return None


def record_if(condition):
    return _Writer()


def trace_on(graph=True, profiler=False):
    return None


def trace_export(name, step=None, profiler_outdir=None):
    return None
`;

/** `tensorflow.distribute.experimental`: its strategies under their older names. */
export const distributeExperimentalSource = `
from tensorflow.distribute import CentralStorageStrategy, MultiWorkerMirroredStrategy, ParameterServerStrategy
`;

/** `tensorflow.distribute`: strategies over the one device there is. */
export const distributeSource = `
class _sharded:
    def __enter__(self):
        _shard(1)

    def __exit__(self, *details):
        _shard(-1)


class InputContext:
    num_input_pipelines = 1
    input_pipeline_id = 0
    num_replicas_in_sync = 1

    def get_per_replica_batch_size(self, global_batch_size):
        return global_batch_size


class Strategy:
    num_replicas_in_sync = 1

    def __init__(self, *args, **kwargs):
        pass

    def scope(self):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return None

    def run(self, fn, args=(), kwargs=None, options=None):
        return fn(*args, **(kwargs or {}))

    def reduce(self, reduce_op, value, axis=None):
        return value

    def experimental_distribute_dataset(self, dataset, options=None):
        return dataset

    def experimental_local_results(self, value):
        return (value,)

    def distribute_datasets_from_function(self, dataset_fn, options=None):
        return dataset_fn(InputContext())

    experimental_distribute_datasets_from_function = distribute_datasets_from_function


class MirroredStrategy(Strategy):
    pass


class OneDeviceStrategy(Strategy):
    pass


class MultiWorkerMirroredStrategy(Strategy):
    pass


class CentralStorageStrategy(Strategy):
    pass


class ParameterServerStrategy(Strategy):
    def __init__(self, cluster_resolver=None, *partitioner, **named_partitioner):
        self._cuts = len(partitioner) + len(named_partitioner) > 0

    def scope(self):
        return _sharded() if self._cuts else self


class ReduceOp:
    SUM = 'SUM'
    MEAN = 'MEAN'


def get_strategy():
    return Strategy()


def has_strategy():
    return False
`;

/** `tensorflow.io.gfile`: files by Python's own functions. */
export const gfileSource = `
import os as _os


def exists(path):
    return _os.path.exists(path)


def isdir(path):
    return _os.path.isdir(path)


def listdir(path):
    return _os.listdir(path)


def makedirs(path):
    _os.makedirs(path, exist_ok=True)


def mkdir(path):
    _os.makedirs(path, exist_ok=True)


def join(path, *parts):
    return _os.path.join(path, *parts)


def GFile(name, mode='r'):
    return open(name, mode)


def glob(pattern):
    import glob as _glob
    return _glob.glob(pattern)
`;

/** The part of `tf.io` that lists files and reads numbers, in Python. */
export const fileSource = `
import keras as _keras
import numpy as _np
import tensorflow as _tf


def matching_files(pattern, name=None):
    import glob as _glob
    patterns = pattern if isinstance(pattern, (list, tuple)) else [pattern]
    return _tf.constant(sorted(path for each in patterns for path in _glob.glob(_text(each))))


def _text(value):
    value = value.numpy() if _tf.is_tensor(value) else value
    return value.decode() if isinstance(value, bytes) else value


def is_jpeg(contents, name=None):
    return _tf.constant(contents.numpy()[:3] == bytes([255, 216, 255]))


def decode_raw(input_bytes, out_type, little_endian=True, fixed_length=None, name=None):
    kind = _np.dtype(_keras.backend.standardize_dtype(out_type))
    data = _tf.convert_to_tensor(input_bytes).numpy()
    if fixed_length is not None:
        data = data[:fixed_length] + bytes(max(0, fixed_length - len(data)))
    values = _np.frombuffer(data, kind)
    return _tf.constant(values if little_endian else values.byteswap())
`;

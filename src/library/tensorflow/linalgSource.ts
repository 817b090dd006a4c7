/** `tensorflow.linalg`, in Python on keras.ops. */

export const linalgSource = `
import tensorflow as _tf
from keras import ops as _ops


def adjoint(matrix, name=None):
    return _ops.swapaxes(matrix, -1, -2)


def matrix_transpose(a, name='matrix_transpose', conjugate=False):
    return _ops.swapaxes(a, -1, -2)


def band_part(input, num_lower, num_upper, name=None):
    result = _ops.convert_to_tensor(input)
    if num_lower >= 0:
        result = _ops.triu(result, -num_lower)
    if num_upper >= 0:
        result = _ops.tril(result, num_upper)
    return result


def cholesky(input, name=None):
    return _ops.cholesky(input)


def cholesky_solve(chol, rhs, name=None):
    half = _ops.solve_triangular(chol, rhs, lower=True)
    return _ops.solve_triangular(_ops.swapaxes(chol, -1, -2), half, lower=False)


def cross(a, b, name=None):
    return _ops.cross(a, b)


def det(input, name=None):
    return _ops.det(input)


def diag(diagonal, name='diag', k=0, num_rows=-1, num_cols=-1, padding_value=0, align='RIGHT_LEFT'):
    return _ops.diag(diagonal, k=k)


def diag_part(input, name='diag_part', k=0, padding_value=0, align='RIGHT_LEFT'):
    return _ops.diagonal(input, k, -2, -1)


tensor_diag = diag
tensor_diag_part = diag_part


def eigh(tensor, name=None):
    return _ops.eigh(tensor)


def eigvalsh(tensor, name=None):
    return _ops.eigh(tensor)[0]


def einsum(equation, *inputs, **kwargs):
    return _ops.einsum(equation, *inputs)


def eye(num_rows, num_columns=None, batch_shape=None, dtype='float32', name=None):
    return _ops.eye(num_rows, num_columns, dtype=dtype)


def global_norm(t_list, name=None):
    return _tf.global_norm(t_list)


def inv(input, adjoint=False, name=None):
    return _ops.inv(input)


def l2_normalize(x, axis=None, epsilon=1e-12, name=None):
    return x * _ops.rsqrt(_ops.maximum(_ops.sum(_ops.square(x), axis=axis, keepdims=True), epsilon))


def logdet(matrix, name=None):
    return _ops.slogdet(matrix)[1]


def lstsq(matrix, rhs, l2_regularizer=0.0, fast=True, name=None):
    if l2_regularizer:
        square = _ops.matmul(_ops.swapaxes(matrix, -1, -2), matrix) + l2_regularizer * _ops.eye(matrix.shape[-1])
        return _ops.solve(square, _ops.matmul(_ops.swapaxes(matrix, -1, -2), rhs))
    q, r = _ops.qr(matrix)
    return _ops.solve_triangular(r, _ops.matmul(_ops.swapaxes(q, -1, -2), rhs))


def matvec(a, b, transpose_a=False, **kwargs):
    return _ops.squeeze(_ops.matmul(_ops.swapaxes(a, -1, -2) if transpose_a else a, _ops.expand_dims(b, -1)), -1)


def norm(tensor, ord='euclidean', axis=None, keepdims=None, name=None):
    return _tf.norm(tensor, ord, axis, keepdims)


def normalize(tensor, ord='euclidean', axis=None, name=None):
    length = _tf.norm(tensor, ord, axis, True)
    return tensor / length, length


def pinv(a, rcond=None, validate_args=False, name=None):
    s, u, v = svd(a)
    cutoff = (1e-6 if rcond is None else rcond) * _ops.max(s, axis=-1, keepdims=True)
    scale = _ops.where(s > cutoff, 1.0 / s, _ops.zeros_like(s))
    return _ops.matmul(v * _ops.expand_dims(scale, -2), _ops.swapaxes(u, -1, -2))


def qr(input, full_matrices=False, name=None):
    return _ops.qr(input, mode='complete' if full_matrices else 'reduced')


def slogdet(input, name=None):
    return _ops.slogdet(input)


def solve(matrix, rhs, adjoint=False, name=None):
    return _ops.solve(_ops.swapaxes(matrix, -1, -2) if adjoint else matrix, rhs)


def svd(tensor, full_matrices=False, compute_uv=True, name=None):
    if not compute_uv:
        return _ops.svd(tensor, compute_uv=False)
    u, s, vt = _ops.svd(tensor, full_matrices=full_matrices)
    return s, u, _ops.swapaxes(vt, -1, -2)


def tensordot(a, b, axes, name=None):
    return _ops.tensordot(a, b, axes)


def trace(x, name=None):
    return _ops.trace(x, 0, -2, -1)


def triangular_solve(matrix, rhs, lower=True, adjoint=False, name=None):
    return _ops.solve_triangular(matrix, rhs, lower=lower)
`;

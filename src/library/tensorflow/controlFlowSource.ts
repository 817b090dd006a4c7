/** Branches, loops and functions over the rows of tensors at the top of `tensorflow`, in Python behind the functions that they call. */

export const controlFlowSource = `

def case(pred_fn_pairs, default=None, exclusive=False, strict=False, name='case'):
    pairs = list(pred_fn_pairs.items()) if isinstance(pred_fn_pairs, dict) else list(pred_fn_pairs)
    if default is None:
        default = pairs[-1][1]
    result = default
    for predicate, branch in reversed(pairs):
        def chosen(p=predicate, b=branch, rest=result):
            return cond(p, b, rest)
        result = chosen
    return result()


def switch_case(branch_index, branch_fns, default=None, name='switch_case'):
    branches = list(branch_fns.values()) if isinstance(branch_fns, dict) else list(branch_fns)
    index = int(branch_index)
    if 0 <= index < len(branches):
        return branches[index]()
    return (default or branches[-1])()


def cond(pred, true_fn=None, false_fn=None, name=None):
    return _ops.cond(pred, true_fn, false_fn)


def while_loop(cond, body, loop_vars, shape_invariants=None, parallel_iterations=10, back_prop=True, swap_memory=False, maximum_iterations=None, name=None):
    return _ops.while_loop(cond, body, loop_vars, maximum_iterations)


def map_fn(fn, elems, dtype=None, parallel_iterations=None, back_prop=True, swap_memory=False, infer_shape=True, name=None, fn_output_signature=None):
    return _ops.vectorized_map(fn, elems)


def vectorized_map(fn, elems, fallback_to_while_loop=True, warn=True):
    return _ops.vectorized_map(fn, elems)


def foldl(fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False, name=None):
    elems = _tensor(elems)
    result = elems[0] if initializer is None else initializer
    for index in _range(1 if initializer is None else 0, elems.shape[0]):
        result = fn(result, elems[index])
    return result


def foldr(fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False, name=None):
    elems = _tensor(elems)
    last = elems.shape[0] - 1
    result = elems[last] if initializer is None else initializer
    for index in _range(last - 1 if initializer is None else last, -1, -1):
        result = fn(result, elems[index])
    return result


def scan(fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False, infer_shape=True, reverse=False, name=None):
    elems = _tensor(elems)
    places = list(_range(elems.shape[0]))
    if reverse:
        places.reverse()
    state = initializer
    results = []
    for place in places:
        state = elems[place] if state is None else fn(state, elems[place])
        results.append(state)
    if reverse:
        results.reverse()
    return _ops.stack(results, axis=0)
`;

/** `keras.tree`: nested lists, tuples and dicts, in Python. Dicts are walked in the order of their keys. */

export const treeSource = `
def is_nested(structure):
    return isinstance(structure, (list, tuple, dict))


def _parts(structure):
    if isinstance(structure, dict):
        return [structure[key] for key in sorted(structure)]
    return list(structure)


def _again(structure, parts):
    """Parts in the form that a structure has."""
    if isinstance(structure, dict):
        made = dict(zip(sorted(structure), parts))
        return type(structure)((key, made[key]) for key in structure)
    if isinstance(structure, tuple) and hasattr(structure, '_fields'):
        return type(structure)(*parts)
    return type(structure)(parts)


def flatten(structure):
    if not is_nested(structure):
        return [structure]
    leaves = []
    for part in _parts(structure):
        leaves.extend(flatten(part))
    return leaves


def map_structure(func, *structures):
    if not callable(func):
        raise TypeError('\`func\` must be callable. Received: func=' + str(func))
    if not structures:
        raise ValueError('Must provide at least one structure')
    for other in structures[1:]:
        assert_same_structure(structures[0], other)
    return _mapped(func, structures)


def _mapped(func, structures):
    first = structures[0]
    if not is_nested(first):
        return func(*structures)
    columns = zip(*[_parts(structure) for structure in structures])
    return _again(first, [_mapped(func, column) for column in columns])


def map_structure_up_to(shallow_structure, func, *structures):
    if not is_nested(shallow_structure):
        return func(*structures)
    columns = [_parts(structure) for structure in structures]
    parts = [map_structure_up_to(part, func, *row) for part, row in zip(_parts(shallow_structure), zip(*columns))]
    return _again(shallow_structure, parts)


def assert_same_structure(a, b, check_types=True):
    if is_nested(a) != is_nested(b):
        raise ValueError("The two structures don't have the same nested structure. First structure: " + str(a) + ' Second structure: ' + str(b))
    if not is_nested(a):
        return
    if check_types and type(a) != type(b):
        raise TypeError("The two structures don't have the same sequence type. First structure has type " + str(type(a)) + ', while second structure has type ' + str(type(b)) + '.')
    if isinstance(a, dict) and isinstance(b, dict) and set(a) != set(b):
        raise ValueError("The two dictionaries don't have the same set of keys. First structure has keys " + str(list(a)) + ', while second structure has keys ' + str(list(b)) + '.')
    if len(a) != len(b):
        raise ValueError("The two structures don't have the same number of elements. First structure: " + str(a) + ' Second structure: ' + str(b))
    for first, second in zip(_parts(a), _parts(b)):
        assert_same_structure(first, second, check_types)


def pack_sequence_as(structure, flat_sequence, sequence_fn=None):
    leaves = list(flat_sequence)
    wanted = len(flatten(structure))
    if wanted != len(leaves):
        raise ValueError('Could not pack sequence. Structure had ' + str(wanted) + ' atoms, but flat_sequence had ' + str(len(leaves)) + ' items. Structure: ' + str(structure) + ', flat_sequence: ' + str(flat_sequence) + '.')
    rest = iter(leaves)
    return _mapped(lambda leaf: next(rest), (structure,))


def lists_to_tuples(structure):
    if isinstance(structure, (list, tuple)):
        return tuple(lists_to_tuples(part) for part in structure)
    if isinstance(structure, dict):
        return _again(structure, [lists_to_tuples(part) for part in _parts(structure)])
    return structure


def map_shape_structure(func, structure):
    def is_shape(value):
        return isinstance(value, (list, tuple)) and all(size is None or isinstance(size, int) for size in value)

    if is_shape(structure):
        return func(tuple(structure))
    return _again(structure, [map_shape_structure(func, part) for part in _parts(structure)])


def traverse(func, structure, top_down=True):
    """What a function makes of each part; None lets the walk go on below it."""
    if top_down:
        made = func(structure)
        if made is not None:
            return made
        if not is_nested(structure):
            return structure
        return _again(structure, [traverse(func, part, True) for part in _parts(structure)])
    below = structure
    if is_nested(structure):
        below = _again(structure, [traverse(func, part, False) for part in _parts(structure)])
    made = func(below)
    return below if made is None else made
`;

/** What enum offers for checking enumerations and marking what is a member. */
export const CHECKING = `
import builtins as _builtins


class FlagBoundary(StrEnum):
    STRICT = 'strict'
    CONFORM = 'conform'
    EJECT = 'eject'
    KEEP = 'keep'


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = [(name, each.name) for name, each in enumeration.__members__.items() if name != each.name]
                if aliases:
                    raise ValueError('aliases found in %r: %s' % (
                        enumeration, ', '.join('%s -> %s' % pair for pair in aliases)))
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            else:
                self._named_flags(enumeration)
        return enumeration

    @staticmethod
    def _continuous(enumeration):
        values = {each.value for each in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            missing = [1 << bit for bit in range(low.bit_length(), high.bit_length()) if 1 << bit not in values]
        else:
            missing = [value for value in range(low + 1, high) if value not in values]
        if missing:
            kind = 'flag' if issubclass(enumeration, Flag) else 'enum'
            raise ValueError('invalid %s %r: missing values %s' % (
                kind, enumeration.__name__, ', '.join(str(value) for value in missing)))

    @staticmethod
    def _named_flags(enumeration):
        single = 0
        for each in enumeration:
            single |= each.value
        wrong = [(name, each.value & ~single) for name, each in enumeration.__members__.items()
                 if each.value > 0 and each.value & ~single]
        if wrong:
            names = ', '.join(name for name, _ in wrong)
            missing = 0
            for _, bits in wrong:
                missing |= bits
            alias = 'alias %s is' % names if len(wrong) == 1 else 'aliases %s are' % names
            value = 'value 0x%x' % missing if missing & (missing - 1) == 0 else 'combined values of 0x%x' % missing
            raise ValueError('invalid Flag %r: %s missing %s [use enum.show_flag_values(value) for details]' % (
                enumeration.__name__, alias, value))


def show_flag_values(value):
    return [1 << bit for bit in range(value.bit_length()) if value >> bit & 1]


def global_enum(cls, update_str=False):
    return cls


property = _builtins.property
DynamicClassAttribute = property
`;

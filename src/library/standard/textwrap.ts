/** The textwrap module, in Python. */
import { pythonModule } from '../../python/modules.ts';

export const module = pythonModule(
  'textwrap',
  String.raw`
_SPACES = '\t\n\x0b\x0c\r '


def _letters(text):
    return all(character.isalpha() or character == '_' for character in text)


def _breaks_after(word, at):
    """Whether a line may end after the hyphen at a place of a word: letters on both sides."""
    left, right = word[max(0, at - 2):at], word[at + 1:at + 3]
    if len(right) == 2 and right[1] == '-':
        right = word[at + 1] + word[at + 3:at + 4]
    return len(left) == 2 and len(right) == 2 and _letters(left) and _letters(right)


def _word_pieces(word, hyphens):
    pieces = []
    start = 0
    at = 0
    while hyphens and at < len(word):
        if word[at] != '-':
            at += 1
            continue
        end = at
        while end < len(word) and word[end] == '-':
            end += 1
        if end - at >= 2 and at > start and end < len(word):
            pieces += [word[start:at], word[at:end]]
            start = end
        elif end - at == 1 and _breaks_after(word, at):
            pieces.append(word[start:end])
            start = end
        at = end
    if start < len(word):
        pieces.append(word[start:])
    return pieces


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for space in _SPACES:
                text = text.replace(space, ' ')
        chunks = []
        at = 0
        while at < len(text):
            end = at
            if text[at] in _SPACES:
                while end < len(text) and text[end] in _SPACES:
                    end += 1
                chunks.append(text[at:end])
            else:
                while end < len(text) and text[end] not in _SPACES:
                    end += 1
                chunks += _word_pieces(text[at:end], self.break_on_hyphens)
            at = end
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                word = chunks[i].rstrip('"\'')
                if chunks[i + 1] == ' ' and word[-1:] in '.!?' and word[-2:-1].islower():
                    chunks[i + 1] = '  '
        return chunks

    def _room(self, word, space):
        """How much of a word that is longer than a line goes into this one."""
        at = word.rfind('-', 0, space)
        if self.break_on_hyphens and len(word) > space and at > 0 and any(c != '-' for c in word[:at]):
            return at + 1
        return space

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError('invalid width %r (must be > 0)' % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        rest = self._chunks(text)[::-1]
        lines = []
        while rest:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not rest[-1].strip():
                rest.pop()
            line = []
            length = 0
            while rest and length + len(rest[-1]) <= width:
                length += len(rest[-1])
                line.append(rest.pop())
            if rest and len(rest[-1]) > width:
                space = 1 if width < 1 else width - length
                if self.break_long_words:
                    end = self._room(rest[-1], space)
                    line.append(rest[-1][:end])
                    rest[-1] = rest[-1][end:]
                elif not line:
                    line.append(rest.pop())
                length = sum(len(chunk) for chunk in line)
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            last = self.max_lines is not None and len(lines) + 1 >= self.max_lines
            fits = not rest or (self.drop_whitespace and len(rest) == 1 and not rest[0].strip())
            if not last or (fits and length <= width):
                lines.append(indent + ''.join(line))
                continue
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(indent + ''.join(line))
                    break
                length -= len(line.pop())
            else:
                if lines:
                    before = lines[-1].rstrip()
                    if len(before) + len(self.placeholder) <= self.width:
                        lines[-1] = before + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    lines = text.split('\n')
    margin = None
    for i, line in enumerate(lines):
        content = line.lstrip(' \t')
        if not content:
            lines[i] = ''
            continue
        indent = line[:len(line) - len(content)]
        if margin is None:
            margin = indent
        else:
            same = 0
            while same < min(len(margin), len(indent)) and margin[same] == indent[same]:
                same += 1
            margin = margin[:same]
    if margin:
        lines = [line[len(margin):] if line.startswith(margin) else line for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    predicate = predicate or (lambda line: line.strip())
    return ''.join(prefix + line if predicate(line) else line for line in text.splitlines(True))
`,
);

/** The Python text of query and eval: expressions over columns; part of the module `pandas.core`. */
export const querying = String.raw`
class _Expression:
    """Reads an expression as pandas does: & and | bind like and and or."""

    def __init__(self, frame, text, names):
        import re
        self._frame, self._names, self._text = frame, names, text
        shape = r"\s*(?:(\d+\.\d*(?:[eE][+-]?\d+)?|\.\d+|\d+(?:[eE][+-]?\d+)?)|(@?[A-Za-z_]\w*)|${'`'}([^${'`'}]+)${'`'}|('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")|(==|!=|<=|>=|\*\*|//|[-+*/%<>()\[\],&|~.=]))"
        self._tokens, at = [], 0
        text = text.strip()
        while at < len(text):
            match = re.compile(shape).match(text, at)
            if match is None:
                raise SyntaxError("invalid syntax")
            number, name, quoted, string, sign = match.groups()
            self._tokens.append(("number", number) if number else ("name", name) if name else ("column", quoted) if quoted else ("text", string[1:-1]) if string else ("sign", sign))
            at = match.end()
            while at < len(text) and text[at] in " \t\n":
                at += 1
        self._at = 0

    def _peek(self, *signs):
        return self._at < len(self._tokens) and self._tokens[self._at] in [(kind, sign) for sign in signs for kind in ("sign", "name")]

    def _take(self, *signs):
        if self._peek(*signs):
            self._at += 1
            return self._tokens[self._at - 1][1]
        return None

    def _demand(self, sign):
        if not self._take(sign):
            raise SyntaxError("invalid syntax")

    def value(self):
        found = self._either()
        if self._at != len(self._tokens):
            raise SyntaxError("invalid syntax")
        return found

    def _either(self):
        found = self._both()
        while self._take("or", "|"):
            found = found | self._both()
        return found

    def _both(self):
        found = self._negated()
        while self._take("and", "&"):
            found = found & self._negated()
        return found

    def _negated(self):
        return ~self._negated() if self._take("not") else self._compared()

    def _compared(self):
        left, found = self._sum(), None
        while self._peek("==", "!=", "<", "<=", ">", ">=", "in", "not"):
            sign = self._take("==", "!=", "<", "<=", ">", ">=", "in", "not")
            if sign == "not":
                self._demand("in")
                sign = "not in"
            right = self._sum()
            if sign in ("in", "not in") or isinstance(right, list) and sign in ("==", "!="):
                one = left.isin(right if not isinstance(right, Series) else right.tolist())
                one = ~one if sign in ("not in", "!=") else one
            else:
                one = left == right if sign == "==" else left != right if sign == "!=" else left < right if sign == "<" else left <= right if sign == "<=" else (
                    left > right if sign == ">" else left >= right)
            found, left = one if found is None else found & one, right
        return left if found is None else found

    def _sum(self):
        found = self._product()
        while self._peek("+", "-"):
            found = found + self._product() if self._take("+", "-") == "+" else found - self._product()
        return found

    def _product(self):
        found = self._signed()
        while self._peek("*", "/", "//", "%"):
            sign = self._take("*", "/", "//", "%")
            right = self._signed()
            found = found * right if sign == "*" else found / right if sign == "/" else found // right if sign == "//" else found % right
        return found

    def _signed(self):
        sign = self._take("-", "+", "~")
        if sign is not None:
            found = self._signed()
            return -found if sign == "-" else found if sign == "+" else ~found
        found = self._primary()
        return found ** self._signed() if self._take("**") else found

    def _primary(self):
        if self._at >= len(self._tokens):
            raise SyntaxError("unexpected EOF while parsing")
        kind, text = self._tokens[self._at]
        self._at += 1
        if kind == "number":
            found = float(text) if "." in text or "e" in text.lower() else int(text)
        elif kind == "text":
            found = text
        elif kind == "column":
            found = self._frame[text]
        elif kind == "name":
            found = self._named(text)
        elif text == "(":
            found = self._either()
            if self._peek(","):
                found = self._listed([found], ")")
            else:
                self._demand(")")
        elif text == "[":
            found = self._listed([], "]")
        else:
            raise SyntaxError("invalid syntax")
        return self._trailed(found)

    def _listed(self, items, end):
        while not self._take(end):
            if items:
                self._demand(",")
                if self._take(end):
                    break
            items.append(self._either())
        return items

    def _named(self, name):
        if name in ("True", "False", "None"):
            return {"True": True, "False": False, "None": None}[name]
        if name.startswith("@"):
            if name[1:] not in self._names:
                raise UndefinedVariableError("local variable '%s' is not defined" % name[1:])
            return self._names[name[1:]]
        if name in self._frame._data:
            return self._frame[name]
        if name == "index" or name == self._frame.index.name:
            return Series(self._frame.index.values, index=self._frame.index)
        if name in ("sin", "cos", "exp", "log", "sqrt", "abs", "log10", "log1p", "floor", "ceil"):
            return getattr(np, name)
        raise UndefinedVariableError("name '%s' is not defined" % name)

    def _trailed(self, found):
        while True:
            if self._take("."):
                kind, name = self._tokens[self._at]
                self._at += 1
                found = getattr(found, name)
            elif self._take("("):
                args, options = [], {}
                while not self._take(")"):
                    if args or options:
                        self._demand(",")
                    if self._at + 1 < len(self._tokens) and self._tokens[self._at][0] == "name" and self._tokens[self._at + 1] == ("sign", "="):
                        name = self._tokens[self._at][1]
                        self._at += 2
                        options[name] = self._either()
                    else:
                        args.append(self._either())
                found = found(*args, **options)
            elif isinstance(found, (list, Series)) and self._take("["):
                found = found[self._either()]
                self._demand("]")
            else:
                return found

def _evaluated(frame, text, names):
    """The value of one expression; with name = in front, the table with that column."""
    import re
    match = re.match(r"^\s*([A-Za-z_]\w*)\s*=(?!=)\s*(.*)$", text, re.DOTALL)
    if match:
        return frame.assign(**{match.group(1): _Expression(frame, match.group(2), names).value()})
    return _Expression(frame, text, names).value()

def _query_mask(frame, expr, names):
    mask = _Expression(frame, expr, names).value()
    return np.asarray(mask).astype(bool)
`;

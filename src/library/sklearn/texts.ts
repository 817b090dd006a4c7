/** `sklearn.feature_extraction.text`: texts as counts of words. */
import { pythonModule } from '../../python/modules.ts';

export const textModule = pythonModule(
  'sklearn.feature_extraction.text',
  String.raw`
import re
import numpy as np
from scipy.sparse import csr_matrix
from sklearn._support import running, settled
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

ENGLISH_STOP_WORDS = frozenset("""a about above across after afterwards again against all almost alone along already also although always am
among amongst amoungst amount an and another any anyhow anyone anything anyway anywhere are around as at back be became because become becomes
becoming been before beforehand behind being below beside besides between beyond bill both bottom but by call can cannot cant co con could
couldnt cry de describe detail do done down due during each eg eight either eleven else elsewhere empty enough etc even ever every everyone
everything everywhere except few fifteen fifty fill find fire first five for former formerly forty found four from front full further get give
go had has hasnt have he hence her here hereafter hereby herein hereupon hers herself him himself his how however hundred i ie if in inc indeed
interest into is it its itself keep last latter latterly least less ltd made many may me meanwhile might mill mine more moreover most mostly
move much must my myself name namely neither never nevertheless next nine no nobody none noone nor not nothing now nowhere of off often on once
one only onto or other others otherwise our ours ourselves out over own part per perhaps please put rather re same see seem seemed seeming seems
serious several she should show side since sincere six sixty so some somehow someone something sometime sometimes somewhere still such system
take ten than that the their them themselves then thence there thereafter thereby therefore therein thereupon these they thick thin third this
those though three through throughout thru thus to together too top toward towards twelve twenty two un under until up upon us very via was we
well were what whatever when whence whenever where whereafter whereas whereby wherein whereupon wherever whether which while whither who whoever
whole whom whose why will with within without would yet you your yours yourself yourselves""".split())

class CountVectorizer(TransformerMixin, BaseEstimator):
    _weighs = False

    def __init__(self, *, input="content", encoding="utf-8", decode_error="strict", strip_accents=None, lowercase=True,
                 preprocessor=None, tokenizer=None, stop_words=None, token_pattern=r"(?u)\b\w\w+\b", ngram_range=(1, 1),
                 analyzer="word", max_df=1.0, min_df=1, max_features=None, vocabulary=None, binary=False, dtype=np.int64):
        self.lowercase, self.preprocessor, self.tokenizer, self.stop_words = lowercase, preprocessor, tokenizer, stop_words
        self.token_pattern, self.ngram_range, self.analyzer = token_pattern, ngram_range, analyzer
        self.max_df, self.min_df, self.max_features, self.vocabulary = max_df, min_df, max_features, vocabulary
        self.binary, self.dtype = binary, dtype
        self._defaults = dict(self.__dict__)
        for name in list(self._defaults):
            if name.startswith("_"):
                del self._defaults[name]

    def build_analyzer(self):
        return self._tokens

    def _tokens(self, document):
        if self.preprocessor is not None:
            document = self.preprocessor(document)
        elif self.lowercase:
            document = document.lower()
        low, high = self.ngram_range
        if callable(self.analyzer):
            return self.analyzer(document)
        if self.analyzer == "char":
            document = re.sub(r"\s\s+", " ", document)
            return [document[place:place + size] for size in range(low, high + 1) for place in range(len(document) - size + 1)]
        words = self.tokenizer(document) if self.tokenizer is not None else re.findall(self.token_pattern, document)
        if self.stop_words is not None:
            stop = ENGLISH_STOP_WORDS if self.stop_words == "english" else set(self.stop_words)
            words = [word for word in words if word not in stop]
        if high == 1:
            return words
        result = list(words) if low == 1 else []
        for size in range(max(low, 2), high + 1):
            result += [" ".join(words[place:place + size]) for place in range(len(words) - size + 1)]
        return result

    def fit(self, raw_documents, y=None):
        self.fit_transform(raw_documents)
        return self

    def fit_transform(self, raw_documents, y=None):
        if isinstance(raw_documents, str):
            raise ValueError("Iterable over raw text documents expected, string object received.")
        rows = [self._tokens(document) for document in raw_documents]
        if self.vocabulary is not None:
            names = list(self.vocabulary) if not isinstance(self.vocabulary, dict) else sorted(self.vocabulary, key=self.vocabulary.get)
        else:
            names = self._chosen(rows)
            if not names:
                raise ValueError("empty vocabulary; perhaps the documents only contain stop words")
        self.vocabulary_ = {name: place for place, name in enumerate(names)}
        self._after_fit(self._counted(rows))
        return self._finished(self._counted(rows))

    def _chosen(self, rows):
        total, within = {}, {}
        for row in rows:
            for word in row:
                total[word] = total.get(word, 0) + 1
            for word in set(row):
                within[word] = within.get(word, 0) + 1
        most = self.max_df if isinstance(self.max_df, int) and not isinstance(self.max_df, bool) else self.max_df * len(rows)
        least = self.min_df if isinstance(self.min_df, int) else self.min_df * len(rows)
        names = sorted(word for word in total if least <= within[word] <= most)
        if self.max_features is not None and len(names) > self.max_features:
            kept = sorted(names, key=lambda word: -total[word])[:self.max_features]
            names = sorted(kept)
        return names

    def _counted(self, rows):
        counts = np.zeros((len(rows), len(self.vocabulary_)), dtype=self.dtype)
        for place, row in enumerate(rows):
            for word in row:
                column = self.vocabulary_.get(word)
                if column is not None:
                    counts[place, column] += 1
        return (counts > 0).astype(self.dtype) if self.binary else counts

    def _after_fit(self, counts):
        pass

    def _finished(self, counts):
        return csr_matrix(counts)

    def transform(self, raw_documents):
        if isinstance(raw_documents, str):
            raise ValueError("Iterable over raw text documents expected, string object received.")
        check_is_fitted(self, "vocabulary_")
        return self._finished(self._counted([self._tokens(document) for document in raw_documents]))

    def get_feature_names_out(self, input_features=None):
        check_is_fitted(self, "vocabulary_")
        return np.array(sorted(self.vocabulary_, key=self.vocabulary_.get), dtype=object)

def _inverse_frequencies(counts, smooth):
    documents = counts.shape[0] + int(smooth)
    return np.log(documents / ((counts > 0).sum(axis=0) + int(smooth))) + 1

def _scaled(weights, norm):
    if norm is None:
        return weights
    sizes = np.sqrt((weights ** 2).sum(axis=1, keepdims=True)) if norm == "l2" else np.abs(weights).sum(axis=1, keepdims=True)
    return weights / np.where(sizes == 0, 1.0, sizes)

class TfidfVectorizer(CountVectorizer):
    def __init__(self, *, norm="l2", use_idf=True, smooth_idf=True, sublinear_tf=False, dtype=np.float64, **options):
        CountVectorizer.__init__(self, dtype=dtype, **options)
        self.norm, self.use_idf, self.smooth_idf, self.sublinear_tf = norm, use_idf, smooth_idf, sublinear_tf

    def _after_fit(self, counts):
        self.idf_ = _inverse_frequencies(counts, self.smooth_idf)

    def _finished(self, counts):
        weights = counts.astype(np.float64)
        if self.sublinear_tf:
            weights = np.where(weights > 0, np.log(np.where(weights > 0, weights, 1.0)) + 1, 0.0)
        return csr_matrix(_scaled(weights * self.idf_ if self.use_idf else weights, self.norm))

class TfidfTransformer(TransformerMixin, BaseEstimator):
    _defaults = {"norm": "l2", "use_idf": True, "smooth_idf": True, "sublinear_tf": False}

    def __init__(self, *, norm="l2", use_idf=True, smooth_idf=True, sublinear_tf=False):
        self.norm, self.use_idf, self.smooth_idf, self.sublinear_tf = norm, use_idf, smooth_idf, sublinear_tf

    def fit(self, X, y=None):
        X = X.toarray() if hasattr(X, "toarray") else np.asarray(X)
        self.idf_ = _inverse_frequencies(X, self.smooth_idf)
        return self

    def transform(self, X):
        X = (X.toarray() if hasattr(X, "toarray") else np.asarray(X)).astype(np.float64)
        if self.sublinear_tf:
            X = np.where(X > 0, np.log(np.where(X > 0, X, 1.0)) + 1, 0.0)
        return csr_matrix(_scaled(X * self.idf_ if self.use_idf else X, self.norm))
`,
);

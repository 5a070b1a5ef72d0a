package dev.crmmigration.engine.internal.expression;

import dev.crmmigration.api.mapping.Expression;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what relations gave for which keys: the fields of one record ask the same several times, and so do the
 * records of one customer. The snapshot does not change, so that an answer stays true. Bounded; thread-safe.
 */
final class RelatedCache {

    private static final int MOST = 20_000;

    private final Map<Expression.Related, String> texts = new IdentityHashMap<>();
    private final Map<Question, Optional<Object>> answers = new LinkedHashMap<>(1_024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Optional<Object>> eldest) {
            return size() > MOST;
        }
    };

    Optional<Object> get(Expression.Related related, List<String> keys, Supplier<Optional<Object>> evaluation) {
        Question question = question(related, keys);
        Optional<Object> known = find(question);
        if (known == null) {
            known = evaluation.get();
            remember(question, known);
        }
        return known;
    }

    /** Two places that read alike ask the same; the text is made once for each place. */
    private synchronized Question question(Expression.Related related, List<String> keys) {
        return new Question(texts.computeIfAbsent(related, Expression.Related::toString), keys);
    }

    private synchronized @Nullable Optional<Object> find(Question question) {
        return answers.get(question);
    }

    private synchronized void remember(Question question, Optional<Object> answer) {
        answers.put(question, answer);
    }

    private record Question(String relation, List<String> keys) {}
}

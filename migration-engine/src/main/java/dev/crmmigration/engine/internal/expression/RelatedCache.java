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

    private final IdentityHashMap<Expression.Related, String> texts = new IdentityHashMap<>();
    private final Map<Question, Answer> answers = new LinkedHashMap<>(1_024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
            return size() > MOST;
        }
    };

    Optional<Object> get(Expression.Related related, List<String> keys, Supplier<Optional<Object>> evaluation) {
        Question question = question(related, keys);
        Answer known = find(question);
        if (known == null) {
            known = new Answer(evaluation.get());
            remember(question, known);
        }
        return known.value();
    }

    /** Two places that read alike ask the same; the text is made once for each place. */
    private synchronized Question question(Expression.Related related, List<String> keys) {
        return new Question(texts.computeIfAbsent(related, Expression.Related::toString), keys);
    }

    private synchronized @Nullable Answer find(Question question) {
        return answers.get(question);
    }

    private synchronized void remember(Question question, Answer answer) {
        answers.put(question, answer);
    }

    private record Question(String relation, List<String> keys) {}

    private record Answer(Optional<Object> value) {}
}

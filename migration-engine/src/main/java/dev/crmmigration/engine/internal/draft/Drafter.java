package dev.crmmigration.engine.internal.draft;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.IfMissing;
import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.engine.internal.draft.Draft.DraftField;
import dev.crmmigration.engine.internal.expression.Evaluator;
import dev.crmmigration.engine.internal.expression.UnmappedValueException;
import dev.crmmigration.engine.internal.plan.CompiledPlan.RecordRule;
import dev.crmmigration.engine.internal.value.ValueText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes drafts from source records by the rules of a plan. Pure: the same record always gives the same draft. */
public final class Drafter {

    private final Evaluator evaluator;

    public Drafter(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Tells whether a rule takes a record; a record of which that cannot be said is not taken, and shows as open. */
    public boolean takes(Expression where, CrmRecord record) {
        try {
            return evaluator.test(where, record);
        } catch (UnmappedValueException | MappingFailedException e) {
            return false;
        }
    }

    /** Returns the value of an expression over a record, {@code null} for no value. */
    public @Nullable Object value(Expression expression, CrmRecord record) {
        return evaluator.evaluate(expression, record);
    }

    /** Returns the text of an expression over a record, {@code null} for no value. */
    public @Nullable String text(Expression expression, CrmRecord record) {
        Object value = evaluator.evaluate(expression, record);
        return value == null ? null : ValueText.of(value);
    }

    /** Makes the draft of what a rule owes for a record. */
    public Draft draft(RecordRule rule, EffectId effect, CrmRecord record) {
        Sheet sheet = new Sheet();
        for (FieldMapping field : rule.fields()) {
            fill(sheet, field, record);
        }
        rule.keyField().ifPresent(field -> sheet.put(field, SourceKey.of(effect)));
        return new Draft(effect, rule.to(), sheet.fields, sheet.holds, sheet.omitted);
    }

    private void fill(Sheet sheet, FieldMapping field, CrmRecord record) {
        try {
            Object value = evaluator.evaluate(field.value(), record);
            if (value != null) {
                sheet.put(field, value);
            }
        } catch (UnmappedValueException e) {
            sheet.missing(field, new Hold(Hold.Reason.VALUE, field.target(), e.map()));
        } catch (MappingFailedException e) {
            sheet.missing(field, new Hold(Hold.Reason.FUNCTION, field.target(), String.valueOf(e.getMessage())));
        }
    }

    private static final class Sheet {
        private final Map<String, DraftField> fields = new LinkedHashMap<>();
        private final List<Hold> holds = new ArrayList<>();
        private final List<String> omitted = new ArrayList<>();

        void put(String target, String key) {
            fields.put(target, new DraftField(key, IfMissing.OMIT));
        }

        void put(FieldMapping field, Object value) {
            DraftField known = fields.get(field.target());
            Object whole = known == null || !field.adds() ? value : union(known.value(), value);
            fields.put(field.target(), new DraftField(whole, field.ifMissing()));
        }

        void missing(FieldMapping field, Hold hold) {
            if (field.ifMissing() == IfMissing.OMIT) {
                omitted.add(field.target());
            } else {
                holds.add(hold);
            }
        }

        private static List<Object> union(Object one, Object other) {
            Set<Object> all = new LinkedHashSet<>(items(one));
            all.addAll(items(other));
            return List.copyOf(all);
        }

        private static List<?> items(Object value) {
            return value instanceof List<?> list ? list : List.of(value);
        }
    }
}

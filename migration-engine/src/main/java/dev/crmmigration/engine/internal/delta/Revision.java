package dev.crmmigration.engine.internal.delta;

import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.engine.internal.journal.Changes.Decision;
import dev.crmmigration.engine.internal.journal.Prints;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a change of a record comes to.
 *
 * @param patch the fields to write, by key; those of which the source has no value any more are cleared
 * @param after what will have been written of the record then
 * @param decisions what is done about fields that are not simply written, by label
 * @param settled labels of fields that are written, whatever was decided about them before
 */
public record Revision(
        Map<String, FieldValue> patch, Prints after, Map<String, Decision> decisions, List<String> settled) {

    public Revision {
        patch = Collections.unmodifiableMap(new LinkedHashMap<>(patch));
        decisions = Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
        settled = List.copyOf(settled);
    }
}

package dev.crmmigration.engine.internal.draft;

import dev.crmmigration.api.mapping.IfMissing;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.LinkedText;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record as it is to be at the destination, in account-neutral form: fields by the names of the plan, options by
 * label, users by e-mail address, references by mapping and key.
 *
 * @param effect what it is owed for
 * @param to the object
 * @param fields by target; only fields that have a value
 * @param holds why it cannot be written yet, as far as the source alone tells
 * @param omitted targets that were left out because something in them is missing
 */
public record Draft(
        EffectId effect, ObjectType to, Map<String, DraftField> fields, List<Hold> holds, List<String> omitted) {

    public Draft {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        holds = List.copyOf(holds);
        omitted = List.copyOf(omitted);
    }

    /** A value and what to do if something in it is missing. */
    public record DraftField(Object value, IfMissing ifMissing) {

        /** Returns the references in the value. */
        public List<Link> links() {
            List<Link> links = new ArrayList<>();
            if (value instanceof Link link) {
                links.add(link);
            } else if (value instanceof LinkedText text) {
                links.addAll(text.words().values());
            } else if (value instanceof List<?> list) {
                list.stream()
                        .filter(Link.class::isInstance)
                        .map(Link.class::cast)
                        .forEach(links::add);
            }
            return links;
        }

        /** Does not show the value, which may be personal data. */
        @Override
        public String toString() {
            return "DraftField[" + ifMissing + "]";
        }
    }
}

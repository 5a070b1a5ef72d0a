package dev.crmmigration.connector.profi.mapping;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.toolkit.mapping.CommonChoices;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.ArrayList;
import java.util.List;

/** Who owns what: the coach of a record, else the coach of its client, else whom the customer names. */
public final class Owners {

    private static final List<String> OWNED = List.of(
            Export.ORGANIZATION, Export.CLIENT, Export.ENROLLMENT, Export.SESSION, Export.ACTIVITY, Export.INVOICE);

    private Owners() {}

    /**
     * Returns who owns the records of every object that has coaches.
     *
     * @param field the field of the owner at the destination
     * @param byDefault asks who owns what has no coach
     */
    public static List<MappingPart> parts(Export export, String field, Choice byDefault) {
        List<MappingPart> parts = new ArrayList<>();
        String otherwise =
                export.chose(byDefault, CommonChoices.NONE) ? "null" : Expressions.text(export.answer(byDefault));
        OWNED.stream()
                .filter(export::has)
                .forEach(object ->
                        parts.add(MappingPart.Resolution.owner(object, field, "coalesce(owner, " + otherwise + ")")));
        if (export.has(Export.COACH)) {
            parts.add(MappingPart.Exclusion.of(
                    Export.COACH, "true", "Coaches are users of the account, found by their e-mail addresses"));
        }
        return parts;
    }
}

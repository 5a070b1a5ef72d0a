package dev.crmmigration.connector.nextcrm.mapping;

import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.MappingPart;
import java.util.ArrayList;
import java.util.List;

/** Hangs documents on what they are linked to, once for each link. */
public final class DocumentFiles {

    private static final String DOCUMENT = "document";
    private static final String LINK = "documentLink";

    private DocumentFiles() {}

    /**
     * Something that files can hang on.
     *
     * @param kind the object of NextCRM
     * @param field the field of files that names it
     * @param mapping the mapping that makes it
     */
    public record Place(String kind, String field, String mapping) {}

    /**
     * Returns parts that hang every document on each of these places that it is linked to.
     *
     * @param files the files of the destination
     */
    public static List<MappingPart> parts(Business business, String files, List<Place> places) {
        List<MappingPart> parts = new ArrayList<>();
        if (!business.has(DOCUMENT)) {
            return parts;
        }
        parts.add(MappingPart.Exclusion.of(
                DOCUMENT,
                "true",
                "its file hangs on everything that it is linked to; without a link there is no place"));
        if (!business.has(LINK)) {
            return parts;
        }
        List<String> taken = new ArrayList<>();
        places.stream().filter(place -> business.has(place.kind)).forEach(place -> {
            String where = DocumentText.hangsOn(business, place.kind);
            taken.add(where);
            parts.add(file(files, place, where));
        });
        parts.add(MappingPart.Exclusion.of(
                LINK,
                taken.isEmpty() ? "true" : "not(or(" + String.join(", ", taken) + "))",
                "the document or what it is linked to is deleted, an older version, or has no place for files"));
        return parts;
    }

    private static MappingPart file(String files, Place place, String where) {
        return MappingPart.Records.from(LINK)
                .to(files)
                .part(place.kind)
                .where(where)
                .set(FieldMapping.CONTENT, DocumentText.FILE)
                .set(place.field, "link(" + place.mapping + ", target)")
                .build();
    }
}

package dev.crmmigration.connector.kartra.freshsales;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;

import dev.crmmigration.connector.kartra.mapping.ContactText;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.Taxonomy;
import java.util.ArrayList;
import java.util.List;

/** The tags and lists of Kartra as tags of Freshsales, which are one text with commas between. */
final class Tags {

    private Tags() {}

    static Taxonomy tags(Export export) {
        return new Taxonomy("tags", "", export.distinct(CONTACT, "tags"));
    }

    static Taxonomy lists(Export export) {
        return new Taxonomy("lists", "list_", export.distinct(CONTACT, "lists"));
    }

    /** Returns, over a contact, all its tags; empty if the export has none. */
    static String all(Export export, ContactText contact) {
        List<String> both = new ArrayList<>();
        if (!tags(export).isEmpty()) {
            both.add(tags(export).labelsOf(contact.ofAllDuplicates("tags")));
        }
        if (!lists(export).isEmpty()) {
            both.add(lists(export).labelsOf(contact.ofAllDuplicates("lists")));
        }
        return both.isEmpty() ? "" : "join(\", \", " + String.join(", ", both) + ")";
    }
}

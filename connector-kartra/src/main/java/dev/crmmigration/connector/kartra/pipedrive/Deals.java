package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.DEAL;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.LABELS;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.connector.kartra.mapping.ContactText;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.connector.kartra.mapping.KartraChoices;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;
import java.util.stream.Collectors;

/** What deals of transactions and of subscriptions have in common: whom they belong to, and the tags they get. */
final class Deals {

    private final Export export;
    private final ContactText contacts;

    Deals(Export export) {
        this.export = export;
        this.contacts = KartraRow.contacts(export);
    }

    /** Sets person, organization and labels from the contact that a record names. */
    void belong(Fields fields, String from, String idColumn, String emailColumn) {
        if (!export.has(CONTACT)) {
            fields.set("person_id", contacts.personOrHold("null", from, idColumn));
            return;
        }
        String contact = contacts.of(from, idColumn, emailColumn);
        fields.set(
                "person_id",
                export.chose(KartraChoices.UNLINKED_TRANSACTIONS, "hold")
                        ? contacts.personOrHold(contact, from, idColumn)
                        : "link(ContactToPerson, " + contact + ")");
        fields.set("org_id", contacts.organizationOf(contact));
        labels(fields, contact);
    }

    /** Returns the expression of a status, as the account calls it. */
    static String status(DestinationView account, String status) {
        return Expressions.text(account.label(DEAL, "status", status));
    }

    private void labels(Fields fields, String contact) {
        List<String> tags = export.has(CONTACT, "tags") ? export.answers(Choices.DEAL_TAGS) : List.of();
        if (tags.isEmpty()) {
            return;
        }
        tags.forEach(tag -> fields.needs(SchemaElement.option(ObjectType.of(DEAL), LABELS, tag)));
        fields.add(
                LABELS,
                tags.stream().map(tag -> tagIfMarked(contact, tag)).collect(Collectors.joining(", ", "list(", ")")));
    }

    private static String tagIfMarked(String contact, String tag) {
        String name = Expressions.text(tag);
        return "case(related(contact, on: $id, equals: " + contact + ", where: contains(tags, " + name
                + "), reduce: any) => " + name + ", else => null)";
    }
}

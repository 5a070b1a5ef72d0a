package dev.crmmigration.connector.kartra.mapping;

import static dev.crmmigration.connector.kartra.mapping.Export.AFFILIATE;
import static dev.crmmigration.connector.kartra.mapping.Export.APPOINTMENT;
import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;
import static dev.crmmigration.connector.kartra.mapping.Export.SUBSCRIPTION;
import static dev.crmmigration.connector.kartra.mapping.Export.TRANSACTION;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.ArrayList;
import java.util.List;

/** Who owns what: the contact's owner or the appointment's host where Kartra names one, else whom the customer names. */
public final class Owners {

    private final Export export;
    private final ContactText contacts;
    private final String field;
    private final Choice byDefault;

    private Owners(Export export, ContactText contacts, String field, Choice byDefault) {
        this.export = export;
        this.contacts = contacts;
        this.field = field;
        this.byDefault = byDefault;
    }

    /**
     * Returns who owns the records of every object.
     *
     * @param field the field of the owner at the destination
     * @param byDefault asks who owns what has no owner
     */
    public static List<MappingPart> parts(Export export, ContactText contacts, String field, Choice byDefault) {
        return new Owners(export, contacts, field, byDefault).all();
    }

    private List<MappingPart> all() {
        List<MappingPart> parts = new ArrayList<>();
        if (export.has(CONTACT)) {
            parts.add(MappingPart.Resolution.owner(CONTACT, field, orDefault(export.column(CONTACT, "owner_email"))));
        }
        addOfBuyer(parts, TRANSACTION, "buyer_email");
        addOfBuyer(parts, SUBSCRIPTION, "lead_email");
        if (export.has(APPOINTMENT)) {
            parts.add(MappingPart.Resolution.owner(
                    APPOINTMENT, field, orDefault(export.column(APPOINTMENT, "host_email"))));
        }
        if (export.has(AFFILIATE)) {
            parts.add(MappingPart.Resolution.owner(AFFILIATE, field, orDefault("null")));
        }
        return parts;
    }

    private void addOfBuyer(List<MappingPart> parts, String object, String emailColumn) {
        if (!export.has(object)) {
            return;
        }
        String owner = export.has(CONTACT, "owner_email")
                ? ContactText.columnOf(contacts.of(object, "lead_id", emailColumn), "owner_email")
                : "null";
        parts.add(MappingPart.Resolution.owner(object, field, orDefault(owner)));
    }

    private String orDefault(String email) {
        String answer = export.answer(byDefault);
        String otherwise = answer.isEmpty() ? "null" : Expressions.text(answer);
        return email.equals("null") ? otherwise : "coalesce(" + email + ", " + otherwise + ")";
    }
}

package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.Export.AFFILIATE;
import static dev.crmmigration.connector.kartra.mapping.Export.APPOINTMENT;
import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;
import static dev.crmmigration.connector.kartra.mapping.Export.SUBSCRIPTION;
import static dev.crmmigration.connector.kartra.mapping.Export.TRANSACTION;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.kartra.mapping.ContactText;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.ArrayList;
import java.util.List;

/** Says who owns what: the contact's owner or the appointment's host where Kartra names one, else the default owner. */
public final class OwnerToUser extends KartraRow {

    private static final String OWNER = "owner_id";

    public OwnerToUser() {
        super(8, "Owner -> User", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.DEFAULT_OWNER);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "owners",
                "Kartra's exports name an owner of contacts at most, and users are never created at the destination",
                "the default owner; records of an owner who is no Pipedrive user wait until the user is there"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (export.has(CONTACT)) {
            parts.add(MappingPart.Resolution.owner(
                    CONTACT, OWNER, orDefault(export, export.column(CONTACT, "owner_email"))));
        }
        addOfBuyer(parts, export, TRANSACTION, "buyer_email");
        addOfBuyer(parts, export, SUBSCRIPTION, "lead_email");
        if (export.has(APPOINTMENT)) {
            parts.add(MappingPart.Resolution.owner(
                    APPOINTMENT, OWNER, orDefault(export, export.column(APPOINTMENT, "host_email"))));
        }
        if (export.has(AFFILIATE)) {
            parts.add(MappingPart.Resolution.owner(AFFILIATE, OWNER, orDefault(export, "null")));
        }
        return parts;
    }

    private static void addOfBuyer(List<MappingPart> parts, Export export, String object, String emailColumn) {
        if (!export.has(object)) {
            return;
        }
        String owner = export.has(CONTACT, "owner_email")
                ? ContactText.columnOf(contacts(export).of(object, "lead_id", emailColumn), "owner_email")
                : "null";
        parts.add(MappingPart.Resolution.owner(object, OWNER, orDefault(export, owner)));
    }

    private static String orDefault(Export export, String email) {
        String answer = export.answer(Choices.DEFAULT_OWNER);
        String byDefault = answer.isEmpty() ? "null" : Expressions.text(answer);
        return email.equals("null") ? byDefault : "coalesce(" + email + ", " + byDefault + ")";
    }
}

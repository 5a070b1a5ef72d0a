package dev.crmmigration.connector.kartra.freshsales;

import static dev.crmmigration.connector.kartra.mapping.Export.AFFILIATE;
import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.connector.kartra.mapping.AffiliateText;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.connector.kartra.mapping.KartraChoices;
import dev.crmmigration.connector.kartra.mapping.OtherColumns;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.FreshsalesNames;
import java.util.ArrayList;
import java.util.List;

/** Gives contacts what Kartra knows of them as affiliates, and makes a contact of those who are none. */
public final class AffiliateToContactFields extends FreshsalesRow {

    private static final String ID = "affiliate_id__c";
    private static final String STATUS = "affiliate_status__c";

    public AffiliateToContactFields() {
        super(10, "Affiliate -> Custom Field", Fidelity.LOSSY);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.AFFILIATES_WITHOUT_CONTACT);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss("affiliates", "Freshsales has no partners", "fields of the contact"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(AFFILIATE)) {
            return List.of();
        }
        if (!export.has(CONTACT)) {
            return List.of(contacts(export, "true"));
        }
        String contact = contacts(export).of(AFFILIATE, "lead_id", "email");
        String unknown = "not(present(" + contact + "))";
        List<MappingPart> parts = new ArrayList<>();
        parts.add(carried(export, "present(" + contact + ")", contact));
        parts.add(
                export.chose(Choices.AFFILIATES_WITHOUT_CONTACT, "leave")
                        ? MappingPart.Exclusion.of(AFFILIATE, unknown, "the affiliate is no contact")
                        : contacts(export, unknown));
        return parts;
    }

    private static MappingPart contacts(Export export, String where) {
        Fields fields = new Fields(export, AFFILIATE, FreshsalesNames.CONTACT)
                .withoutMoney()
                .set("last_name", AffiliateText.name(export))
                .set("emails", "list(contactPoint(email, \"work\"))", "email")
                .custom(ID, FieldType.TEXT, "$id")
                .custom(STATUS, FieldType.TEXT, "status", "status");
        new OtherColumns(export).addTo(fields, AFFILIATE, AffiliateText.DETAILS, "affiliate");
        return fields.into(MappingPart.Records.from(AFFILIATE)
                        .to(FreshsalesNames.CONTACT)
                        .where(where))
                .build();
    }

    private static MappingPart carried(Export export, String where, String contact) {
        Fields fields = new Fields(export, CONTACT, FreshsalesNames.CONTACT)
                .withoutMoney()
                .custom(ID, FieldType.TEXT, AffiliateText.ofContact(export, "$id"));
        if (export.has(AFFILIATE, "status")) {
            fields.custom(STATUS, FieldType.TEXT, AffiliateText.ofContact(export, "status"));
        }
        if (export.chose(KartraChoices.OTHER_COLUMNS, "fields")) {
            export.columns(AFFILIATE).stream()
                    .filter(column -> AffiliateText.DETAILS.contains(column.key()))
                    .filter(column -> export.fills(AFFILIATE, column.key()))
                    .forEach(column -> detail(fields, export, column));
        }
        return new MappingPart.Contribution(
                CONTACT_TO_CONTACT,
                EffectId.MAIN,
                ObjectType.of(AFFILIATE),
                Expression.parse(where),
                Expression.parse(contact),
                fields.mappings(),
                fields.schema());
    }

    private static void detail(Fields fields, Export export, FieldDescription column) {
        String label = "affiliate_" + column.key() + "__c";
        String value = AffiliateText.ofContact(export, column.key());
        switch (column.type()) {
            case MONEY -> fields.custom(label, FieldType.MONEY, value);
            case CHOICES -> fields.custom(label, FieldType.LONG_TEXT, "join(\"; \", " + value + ")");
            case TEXT, LONG_TEXT -> fields.custom(label, column.type(), value);
            default -> fields.custom(label, FieldType.TEXT, "text(" + value + ")");
        }
    }
}

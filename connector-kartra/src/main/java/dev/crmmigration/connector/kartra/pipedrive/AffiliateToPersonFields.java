package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.Export.AFFILIATE;
import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.LABELS;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTE;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.ORGANIZATION;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
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
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Gives persons what Kartra knows of them as affiliates, or makes an organization of every affiliate. */
public final class AffiliateToPersonFields extends KartraRow {

    private static final String ID = "affiliate_id__c";
    private static final String STATUS = "affiliate_status__c";
    private static final String PARTNER = "Partner";

    public AffiliateToPersonFields() {
        super(10, "Affiliate -> Custom Field or Organization", Fidelity.LOSSY);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.AFFILIATES, Choices.AFFILIATES_WITHOUT_CONTACT);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "affiliates",
                "Pipedrive has no partners",
                "fields of the person, or organizations with the label " + PARTNER));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(AFFILIATE)) {
            return List.of();
        }
        if (export.chose(Choices.AFFILIATES, "organizations")) {
            return List.of(organizations(export));
        }
        return export.has(CONTACT) ? intoPersons(export) : List.of(persons(export, "true"));
    }

    private static MappingPart organizations(Export export) {
        Fields fields = ownFields(export, ORGANIZATION)
                .needs(SchemaElement.option(ObjectType.of(ORGANIZATION), LABELS, PARTNER))
                .add(LABELS, "list(" + Expressions.text(PARTNER) + ")");
        return fields.into(MappingPart.Records.from(AFFILIATE).to(ORGANIZATION)).build();
    }

    private static MappingPart persons(Export export, String where) {
        Fields fields = ownFields(export, PERSON).set("emails", "list(contactPoint(email, \"work\"))", "email");
        return fields.into(MappingPart.Records.from(AFFILIATE).to(PERSON).where(where))
                .build();
    }

    private static List<MappingPart> intoPersons(Export export) {
        String contact = contacts(export).of(AFFILIATE, "lead_id", "email");
        String known = "present(" + contact + ")";
        String unknown = "not(" + known + ")";
        List<MappingPart> parts = new ArrayList<>();
        parts.add(carried(export, known, contact));
        switch (export.answer(Choices.AFFILIATES_WITHOUT_CONTACT)) {
            case "person" -> parts.add(persons(export, unknown));
            case "leave" -> parts.add(MappingPart.Exclusion.of(AFFILIATE, unknown, "the affiliate is no contact"));
            default -> parts.add(waiting(export, unknown));
        }
        return parts;
    }

    /** A note for a person who is not there, so it waits; once the contact is there its person carries the affiliate. */
    private static MappingPart waiting(Export export, String where) {
        return MappingPart.Records.from(AFFILIATE)
                .to(NOTE)
                .part("waiting")
                .where(where)
                .set("content", "concat(\"Affiliate \", html($id))")
                .set("person_id", contacts(export).personOrHold("null", AFFILIATE, "lead_id"))
                .build();
    }

    private static MappingPart carried(Export export, String where, String contact) {
        Fields fields =
                new Fields(export, CONTACT, PERSON).custom(ID, FieldType.TEXT, AffiliateText.ofContact(export, "$id"));
        if (export.has(AFFILIATE, "status")) {
            fields.custom(STATUS, FieldType.TEXT, AffiliateText.ofContact(export, "status"));
        }
        if (export.chose(KartraChoices.OTHER_COLUMNS, "fields")) {
            for (FieldDescription column : export.columns(AFFILIATE)) {
                if (AffiliateText.DETAILS.contains(column.key()) && export.fills(AFFILIATE, column.key())) {
                    fields.custom(
                            "affiliate_" + column.key() + "__c",
                            column.type(),
                            AffiliateText.ofContact(export, column.key()));
                }
            }
        }
        return new MappingPart.Contribution(
                CONTACT_TO_PERSON,
                EffectId.MAIN,
                ObjectType.of(AFFILIATE),
                Expression.parse(where),
                Expression.parse(contact),
                fields.mappings(),
                fields.schema());
    }

    private static Fields ownFields(Export export, String to) {
        Fields fields = new Fields(export, AFFILIATE, to)
                .set("name", AffiliateText.name(export))
                .custom(ID, FieldType.TEXT, "$id")
                .custom(STATUS, FieldType.TEXT, "status", "status");
        new OtherColumns(export).addTo(fields, AFFILIATE, AffiliateText.DETAILS, "affiliate");
        return fields;
    }
}

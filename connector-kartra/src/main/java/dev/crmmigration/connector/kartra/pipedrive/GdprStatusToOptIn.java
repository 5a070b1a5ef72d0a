package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/** Gives persons the consent that Kartra recorded, word for word. */
public final class GdprStatusToOptIn extends KartraRow {

    private static final String CONSENT_DATE = "gdpr_consent_date__c";

    public GdprStatusToOptIn() {
        super(11, "GDPR Status -> Opt-in Status", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.MARKETING_STATUS);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "GDPR status",
                        "Pipedrive has no opt-in flag that is not tied to Campaigns",
                        "the custom field opt_in_status with Kartra's own word; check every consent against the law"
                                + " that applies to you before you send anything"),
                new Loss(
                        "time of the consent",
                        "Pipedrive has no custom fields with date and time",
                        "the day in " + CONSENT_DATE + ", the moment as text in " + CONSENT_DATE + " (exact)"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        String label = asFound(export, "gdpr_status");
        Fields fields = new Fields(export, CONTACT, PERSON)
                .pickList("opt_in_status", FieldType.CHOICE, export.distinct(CONTACT, label), label)
                .custom(CONSENT_DATE, FieldType.DATE, export.day("gdpr_status_date"), "gdpr_status_date")
                .custom(CONSENT_DATE + " (exact)", FieldType.TEXT, "iso(gdpr_status_date)", "gdpr_status_date")
                .custom(
                        "gdpr_communications__c",
                        FieldType.TEXT,
                        asFound(export, "gdpr_communications"),
                        "gdpr_communications")
                .custom("gdpr_status_ip__c", FieldType.TEXT, "gdpr_status_ip", "gdpr_status_ip");
        boolean campaigns = account.has(PERSON, "marketing_status");
        if (campaigns && export.has(CONTACT, "gdpr_status") && export.chose(Choices.MARKETING_STATUS, "on")) {
            fields.set("marketing_status", marketingStatus(export, account), "email");
        }
        if (fields.isEmpty()) {
            return List.of();
        }
        return List.of(MappingPart.Contribution.to(CONTACT_TO_PERSON, CONTACT, fields.mappings(), fields.schema()));
    }

    /** Returns the column with Kartra's own words, where the export has it. */
    private static String asFound(Export export, String column) {
        return export.has(CONTACT, column + "_raw") ? column + "_raw" : column;
    }

    /** Nobody is subscribed who did not both accept and agree to communications. */
    private static String marketingStatus(Export export, DestinationView account) {
        String communications = export.column(CONTACT, "gdpr_communications");
        return "case(empty(email) => null, and(eq(gdpr_status, \"ACCEPTED\"), eq(" + communications
                + ", \"YES\")) => " + state(account, "subscribed")
                + ", eq(gdpr_status, \"NOT_ACCEPTED\") => " + state(account, "unsubscribed") + ", else => "
                + state(account, "no_consent") + ")";
    }

    private static String state(DestinationView account, String state) {
        return Expressions.text(account.label(PERSON, "marketing_status", state));
    }
}

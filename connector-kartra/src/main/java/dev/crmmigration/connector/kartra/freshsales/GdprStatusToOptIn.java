package dev.crmmigration.connector.kartra.freshsales;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.FreshsalesNames;
import java.util.List;

/** Gives contacts the consent that Kartra recorded, word for word. Their subscriptions at Freshsales are not touched. */
public final class GdprStatusToOptIn extends FreshsalesRow {

    private static final String CONSENT_DATE = "gdpr_consent_date__c";

    public GdprStatusToOptIn() {
        super(11, "GDPR Status -> Opt-in Status", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "GDPR status",
                "what Freshsales subscribes a contact to has meanings of its own",
                "the custom field opt_in_status with Kartra's own word; check every consent against the law that applies"
                        + " to you before you send anything"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        String label = asFound(export, "gdpr_status");
        Fields fields = new Fields(export, CONTACT, FreshsalesNames.CONTACT)
                .pickList("opt_in_status", FieldType.CHOICE, export.distinct(CONTACT, label), label)
                .moment(account, CONSENT_DATE, "gdpr_status_date", "gdpr_status_date")
                .custom(
                        "gdpr_communications__c",
                        FieldType.TEXT,
                        asFound(export, "gdpr_communications"),
                        "gdpr_communications")
                .custom("gdpr_status_ip__c", FieldType.TEXT, "gdpr_status_ip", "gdpr_status_ip");
        return fields.isEmpty()
                ? List.of()
                : List.of(MappingPart.Contribution.to(CONTACT_TO_CONTACT, CONTACT, fields.mappings(), fields.schema()));
    }

    /** Returns the column with Kartra's own words, where the export has it. */
    private static String asFound(Export export, String column) {
        return export.has(CONTACT, column + "_raw") ? column + "_raw" : column;
    }
}

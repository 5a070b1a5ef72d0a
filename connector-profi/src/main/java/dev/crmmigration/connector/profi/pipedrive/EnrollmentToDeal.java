package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.EnrollmentText.is;
import static dev.crmmigration.connector.profi.mapping.Export.ENROLLMENT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.DEAL;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.EnrollmentFields;
import dev.crmmigration.connector.profi.mapping.EnrollmentText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.ProfiChoices;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Makes a deal of every enrollment in a package. */
public final class EnrollmentToDeal extends ProfiRow {

    public EnrollmentToDeal() {
        super(4, "Package Enrollment -> Deal");
    }

    @Override
    public List<Choice> choices() {
        return List.of(ProfiChoices.CLOSED_PACKAGES, Choices.PIPELINES);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(EnrollmentText.statuses());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "creation time of deals",
                        "Pipedrive takes none; reports on deal age begin on the day of the import",
                        "Enrolled_At__c, and Enrolled_At__c (exact)"),
                new Loss(
                        "time at which an enrollment ended",
                        "Profi does not export it",
                        "of completed ones their last session, of expired ones their expiry, of cancelled ones their last"
                                + " change, never the time of the import"),
                new Loss(
                        "sessions that do not add up",
                        "links between sessions and packages break in exports",
                        "Sessions_Remaining__c is Profi's own number; Package_Balance__c says whether the linked sessions fit"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(ENROLLMENT)) {
            return packages(export);
        }
        ClientText client = clients(export);
        Fields fields = new Fields(export, ENROLLMENT, DEAL)
                .set("title", "coalesce(" + export.column(ENROLLMENT, "package_name") + ", \"Package\")")
                .set("value", "amount(fee)", "fee")
                .set("currency", "currency(fee)", "fee")
                .set("person_id", client.personOrHold("client_id"))
                .set("org_id", client.organizationOf("client_id"));
        EnrollmentFields.numbers(fields, export);
        outcome(fields, account);
        Stages stages = new Stages(export, account);
        stages.schema().forEach(fields::needs);
        fields.set("stage_id", stages.stage());
        RecordsBuilder deals = MappingPart.Records.from(ENROLLMENT).to(DEAL).where(EnrollmentText.where(export));
        if (export.has(ENROLLMENT, "enrolled_at")) {
            deals.orderBy("enrolled_at");
        }
        List<MappingPart> parts = new ArrayList<>(List.of(fields.into(deals).build()));
        if (export.chose(ProfiChoices.CLOSED_PACKAGES, "skip")) {
            parts.add(MappingPart.Exclusion.of(
                    ENROLLMENT,
                    EnrollmentText.isClosed(),
                    "Packages that are over do not move (closedPackages: skip)"));
        }
        parts.addAll(packages(export));
        return parts;
    }

    private static void outcome(Fields fields, DestinationView account) {
        String won = "or(" + is("Completed") + ", " + is("Expired") + ")";
        fields.set(
                "status",
                "case(" + won + " => " + label(account, "won") + ", " + is("Cancelled") + " => "
                        + label(account, "lost") + ", else => " + label(account, "open") + ")");
        fields.set("won_time", "case(" + won + " => ended_at, else => null)");
        fields.set("lost_time", "case(" + is("Cancelled") + " => ended_at, else => null)");
        fields.set("lost_reason", "case(" + is("Cancelled") + " => \"Package cancelled\", else => null)");
    }

    private static String label(DestinationView account, String status) {
        return Expressions.text(account.label(DEAL, "status", status));
    }

    private static List<MappingPart> packages(Export export) {
        return export.has(Export.PACKAGE)
                ? List.of(
                        MappingPart.Exclusion.of(
                                Export.PACKAGE,
                                "true",
                                "Packages are what is sold: their name, tier and price are in the deals of those who bought them"))
                : List.of();
    }
}

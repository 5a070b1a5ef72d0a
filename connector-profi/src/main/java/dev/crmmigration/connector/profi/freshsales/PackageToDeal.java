package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.EnrollmentText.is;
import static dev.crmmigration.connector.profi.mapping.Export.ENROLLMENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DEAL;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.STAGE;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.EnrollmentText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.ProfiChoices;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Makes a deal of every package that was bought, or only of those whose sessions are no deals since there are none. */
public final class PackageToDeal extends FreshsalesRow {

    public PackageToDeal() {
        super(BEYOND, "Package Enrollment -> Deal");
    }

    @Override
    public List<Choice> choices() {
        return List.of(ProfiChoices.CLOSED_PACKAGES);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        Pipelines pipelines = new Pipelines(new Export(context), new DestinationView(context.destination()));
        return List.of(EnrollmentText.statuses(), pipelines.packageStages());
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "time at which a package ended",
                "Profi does not export it",
                "of completed ones their last session, of expired ones their expiry, of cancelled ones their last"
                        + " change, never the time of the import"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (export.has(ENROLLMENT)) {
            Deals deals = new Deals(export);
            parts.add(deal(export, account, deals));
            if (deals.ofSessions()) {
                parts.add(MappingPart.Contribution.fold(
                        SESSION_TO_DEAL, ENROLLMENT, deals.hasSession("$id"), deals.firstSession("$id"), List.of()));
            } else if (export.chose(ProfiChoices.CLOSED_PACKAGES, "skip")) {
                parts.add(MappingPart.Exclusion.of(
                        ENROLLMENT,
                        EnrollmentText.isClosed(),
                        "Packages that are over do not move (closedPackages: skip)"));
            }
        }
        if (export.has(Export.PACKAGE)) {
            parts.add(MappingPart.Exclusion.of(
                    Export.PACKAGE,
                    "true",
                    "Packages are what is sold: their name, tier and price are in the deals of those who bought them"));
        }
        return parts;
    }

    private static MappingPart deal(Export export, DestinationView account, Deals deals) {
        ClientText client = clients(export);
        Pipelines pipelines = new Pipelines(export, account);
        Fields fields = new Fields(export, ENROLLMENT, DEAL)
                .set("name", "coalesce(" + export.column(ENROLLMENT, "package_name") + ", \"Package\")")
                .set("amount", new Amounts(export).ofEnrollment())
                .set("expected_close", "coalesce(utcDate(ended_at), " + export.column(ENROLLMENT, "expires_on") + ")")
                .set("contacts", "list(" + client.personOrHold("client_id") + ")")
                .set("sales_account_id", client.organizationOf("client_id"))
                .set(STAGE, pipelines.ofPackage())
                .moment(account, CREATED_AT, "created_at", "created_at");
        pipelines.schema().forEach(fields::needs);
        closed(fields, account);
        return inOrder(
                        fields.into(
                                MappingPart.Records.from(ENROLLMENT).to(DEAL).where(deals.isOwn())),
                        export,
                        ENROLLMENT,
                        "enrolled_at")
                .build();
    }

    private static void closed(Fields fields, DestinationView account) {
        if (account.takes(DEAL, "closed_date", FieldType.INSTANT)) {
            fields.set("closed_date", "case(" + EnrollmentText.isClosed() + " => ended_at, else => null)");
        } else if (account.takes(DEAL, "closed_date", FieldType.DATE)) {
            fields.set("closed_date", "case(" + EnrollmentText.isClosed() + " => utcDate(ended_at), else => null)");
        }
        fields.custom(
                "Lost_Reason__c",
                FieldType.TEXT,
                "case(" + is("Cancelled") + " => \"Package cancelled\", else => null)");
    }
}

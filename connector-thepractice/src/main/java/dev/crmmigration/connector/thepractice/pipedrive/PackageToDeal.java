package dev.crmmigration.connector.thepractice.pipedrive;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT_PACKAGE;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.DEAL;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.thepractice.mapping.ClientText;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.PackageFields;
import dev.crmmigration.connector.thepractice.mapping.PackageText;
import dev.crmmigration.connector.thepractice.mapping.PracticeChoices;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Makes a deal of every package of a client. */
public final class PackageToDeal extends PracticeRow {

    public PackageToDeal() {
        super(3, "Coaching Package / Subscription -> Deal");
    }

    @Override
    public List<Choice> choices() {
        return List.of(PracticeChoices.CLOSED_PACKAGES, PracticeChoices.DEAL_VALUE);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "time at which a package was assigned",
                        "Pipedrive takes no creation time of deals; reports on deal age begin on the day of the import",
                        "Assigned_At__c, and Assigned_At__c (exact)"),
                new Loss(
                        "remaining credit that the export does not have",
                        "it is worked out from price and quantity",
                        "Value_From__c says 'remaining, computed'; packages that are paid by use have no value"),
                new Loss(
                        "sessions that do not add up",
                        "links between sessions and packages break in exports",
                        "Sessions_Remaining__c is The Practice's own number; Package_Balance__c says whether the linked sessions"
                                + " fit"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (export.has(CLIENT_PACKAGE)) {
            parts.add(deal(export, account));
        }
        new PackageText(export).leaveOut(parts);
        return parts;
    }

    private static MappingPart deal(Export export, DestinationView account) {
        ClientText client = clients(export);
        PackageText text = new PackageText(export);
        String title = "coalesce(package_title, \"Package\")";
        Fields fields = new Fields(export, CLIENT_PACKAGE, DEAL)
                .set("title", "join(\" - \", " + client.nameOf("client_id") + ", " + title + ")")
                .set("value", "amount(" + text.value() + ")")
                .set("currency", "currency(" + text.value() + ")")
                .set("person_id", client.personOrHold("client_id"))
                .set("org_id", client.organizationOf("client_id"));
        PackageFields.numbers(fields, export, account, DEAL);
        RecordsBuilder deals = MappingPart.Records.from(CLIENT_PACKAGE).to(DEAL).where(text.where());
        if (export.has(CLIENT_PACKAGE, "assigned_at")) {
            deals.orderBy("assigned_at");
        }
        return fields.into(deals).build();
    }
}

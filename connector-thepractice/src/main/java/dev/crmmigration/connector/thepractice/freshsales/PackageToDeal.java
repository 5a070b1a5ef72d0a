package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT_PACKAGE;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DEAL;

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
public final class PackageToDeal extends FreshsalesRow {

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
                        "Freshsales stamps the import; reports on the age of deals begin on that day",
                        "Assigned_At__c, with date and time if the account has such a field, else the day and"
                                + " Assigned_At__c (exact)"),
                new Loss(
                        "remaining credit that the export does not have",
                        "it is worked out from price and quantity",
                        "Value_From__c says 'remaining, computed'"),
                new Loss(
                        "value of packages that are paid by use",
                        "a deal must have an amount",
                        "0; Value_From__c says 'none, paid by use', Total_Price__c is the price of one use"),
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
        String ended = "case(" + PackageText.isClosed() + " => utcDate(ended_at), else => null)";
        Fields fields = new Fields(export, CLIENT_PACKAGE, DEAL)
                .set("name", "join(\" - \", " + client.nameOf("client_id") + ", coalesce(package_title, \"Package\"))")
                .set("amount", new Amounts(export).ofPackage())
                .set("expected_close", "coalesce(" + ended + ", " + export.column(CLIENT_PACKAGE, "ends_on") + ")")
                .set("contacts", "list(" + client.personOrHold("client_id") + ")")
                .set("sales_account_id", client.organizationOf("client_id"));
        PackageFields.numbers(fields, export, account, DEAL);
        RecordsBuilder deals = MappingPart.Records.from(CLIENT_PACKAGE).to(DEAL).where(new PackageText(export).where());
        return inOrder(fields.into(deals), export, CLIENT_PACKAGE, "assigned_at")
                .build();
    }
}

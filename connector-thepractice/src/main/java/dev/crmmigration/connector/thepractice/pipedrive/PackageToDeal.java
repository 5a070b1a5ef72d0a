package dev.crmmigration.connector.thepractice.pipedrive;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT_PACKAGE;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.DEAL;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.thepractice.mapping.ClientText;
import dev.crmmigration.connector.thepractice.mapping.Export;
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
            deals(parts, export);
        }
        sold(
                parts,
                export,
                Export.PACKAGE,
                "Packages are what is sold: title, type and price are in the deals of clients");
        sold(parts, export, Export.PRODUCT, "Products are what is sold: invoices name those that were bought");
        sold(parts, export, Export.COUPON, "Coupons are what is sold with: invoices hold the amounts after them");
        return parts;
    }

    private static void sold(List<MappingPart> parts, Export export, String object, String reason) {
        if (export.has(object)) {
            parts.add(MappingPart.Exclusion.of(object, "true", reason));
        }
    }

    private static void deals(List<MappingPart> parts, Export export) {
        ClientText client = clients(export);
        PackageText text = new PackageText(export);
        String title = "coalesce(package_title, \"Package\")";
        Fields fields = new Fields(export, CLIENT_PACKAGE, DEAL)
                .set("title", "join(\" - \", " + client.nameOf("client_id") + ", " + title + ")")
                .set("value", "amount(" + text.value() + ")")
                .set("currency", "currency(" + text.value() + ")")
                .set("person_id", client.personOrHold("client_id"))
                .set("org_id", client.organizationOf("client_id"));
        numbers(fields, export, text);
        RecordsBuilder deals = MappingPart.Records.from(CLIENT_PACKAGE).to(DEAL).where(text.where());
        if (export.has(CLIENT_PACKAGE, "assigned_at")) {
            deals.orderBy("assigned_at");
        }
        parts.add(fields.into(deals).build());
        if (export.chose(PracticeChoices.CLOSED_PACKAGES, "skip")) {
            parts.add(MappingPart.Exclusion.of(
                    CLIENT_PACKAGE,
                    PackageText.isClosed(),
                    "Packages that are over do not move (closedPackages: skip)"));
        }
    }

    private static void numbers(Fields fields, Export export, PackageText text) {
        fields.custom("Value_From__c", FieldType.TEXT, text.valueFrom())
                .custom("Package_Type__c", FieldType.TEXT, "replace(package_type, \"_\", \" \")")
                .custom("Package_Tracks__c", FieldType.TEXT, "tracks", "tracks")
                .custom("Sessions_Total__c", FieldType.DECIMAL, "quantity_total", "quantity_total")
                .custom("Sessions_Used__c", FieldType.DECIMAL, "quantity_used", "quantity_used")
                .custom("Sessions_Remaining__c", FieldType.DECIMAL, "quantity_remaining", "quantity_remaining")
                .custom("Package_Balance__c", FieldType.TEXT, "balance")
                .custom("Assigned_At__c", FieldType.DATE, "assigned_on")
                .custom("Assigned_At__c (exact)", FieldType.TEXT, "iso(assigned_at)", "assigned_at")
                .custom("Package_Start__c", FieldType.DATE, "starts_on", "starts_on")
                .custom("Package_Expiry__c", FieldType.DATE, "ends_on", "ends_on")
                .custom("Renewal_On__c", FieldType.DATE, "renews_on", "renews_on");
        if (export.has(CLIENT_PACKAGE, "price")) {
            fields.custom("Total_Price__c", FieldType.DECIMAL, "amount(price)");
        }
    }
}

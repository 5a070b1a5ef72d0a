package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.ENROLLMENT;
import static dev.crmmigration.connector.profi.mapping.Export.SESSION;
import static dev.crmmigration.connector.profi.mapping.SessionText.is;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DEAL;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.STAGE;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.SessionText;
import dev.crmmigration.connector.profi.mapping.Share;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/** Makes a deal of every session, with all clients who take part. */
public final class SessionToDeal extends FreshsalesRow {

    public SessionToDeal() {
        super(3, "Session -> Deal (Opportunity)");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.DEAL_PER, Choices.PACKAGE_FEE, Choices.PIPELINE, Choices.STAGES_PER);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        Pipelines pipelines = new Pipelines(new Export(context), new DestinationView(context.destination()));
        return List.of(SessionText.statuses(), pipelines.sessionStages());
    }

    @Override
    public List<MappingFunction> functions() {
        return List.of(new Share());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "probability of deals",
                        "it follows the stage, whatever is sent",
                        "none is sent; reports on the pipeline go by the stage"),
                new Loss(
                        "age of deals, time in a stage",
                        "Freshsales stamps both anew",
                        "Session_At__c and Profi_Created_At__c; the date of the session is the expected close date"),
                new Loss(
                        "amount of sessions without a fee",
                        "a deal must have an amount",
                        "by the choice packageFee, else 0; Deal_Amount_From__c says which"),
                new Loss(
                        "reason of a cancellation",
                        "the reasons for lost deals are a list that is made in the account",
                        "the reason of the account that is called like it, and Lost_Reason__c"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!new Deals(export).ofSessions()) {
            return List.of();
        }
        SessionText text = new SessionText(export);
        ClientText client = clients(export);
        Amounts amounts = new Amounts(export);
        Pipelines pipelines = new Pipelines(export, account);
        Fields fields = new Fields(export, SESSION, DEAL)
                .set("name", text.about())
                .set("amount", amounts.ofSession())
                .pickList("Deal_Amount_From__c", FieldType.CHOICE, Amounts.ORIGINS, amounts.origin())
                .set("expected_close", "utcDate(starts_at)")
                .set("contacts", client.personsOrHold(text.clients()))
                .set("sales_account_id", client.organizationOf("client_id"))
                .set(STAGE, pipelines.ofSession())
                .pickList("Session_Status__c", FieldType.CHOICE, SessionText.STATUSES, SessionText.status())
                .moment(account, "Session_At__c", "starts_at")
                .moment(account, CREATED_AT, "created_at", "created_at")
                .custom("Rescheduled_To__c", FieldType.TEXT, text.successor(), "rescheduled_to");
        pipelines.schema().forEach(fields::needs);
        outcome(fields, export, account);
        return List.of(fields.into(MappingPart.Records.from(SESSION).to(DEAL).orderBy("starts_at"))
                .build());
    }

    private static void outcome(Fields fields, Export export, DestinationView account) {
        String over = "or(" + is("completed") + ", " + is("cancelled") + ", " + is("no_show") + ")";
        fields.momentOrDay(
                account,
                "closed_date",
                "case(" + over + " => starts_at, else => null)",
                "case(" + over + " => utcDate(starts_at), else => null)");
        fields.custom(
                "Lost_Reason__c",
                FieldType.TEXT,
                "case(" + is("cancelled") + " => coalesce(truncate(" + export.column(SESSION, "cancellation_reason")
                        + ", 250), \"Cancelled\"), " + is("no_show") + " => \"No show\", else => null)");
        String cancelled = reason(account, "Cancelled");
        String missed = reason(account, "No show");
        if (!cancelled.equals(missed)) {
            fields.set(
                    "deal_reason_id",
                    "case(" + is("cancelled") + " => " + cancelled + ", " + is("no_show") + " => " + missed
                            + ", else => null)");
        }
    }

    private static String reason(DestinationView account, String name) {
        return account.found(DEAL, "deal_reason_id", name)
                .map(Expressions::text)
                .orElse("null");
    }

    /** Returns, over a session, a column of the package that it was booked from. */
    static String ofPackage(Export export, String column) {
        return export.has(ENROLLMENT, column) && export.has(SESSION, "enrollment_id")
                ? "related(enrollment, on: $id, equals: enrollment_id, each: " + export.column(ENROLLMENT, column) + ")"
                : "null";
    }
}

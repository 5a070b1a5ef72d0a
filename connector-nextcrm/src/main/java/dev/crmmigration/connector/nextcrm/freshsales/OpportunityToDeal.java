package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DEAL;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.NextCrmChoices;
import dev.crmmigration.connector.nextcrm.mapping.Outcome;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Makes a deal of every opportunity, with all contacts who take part. */
public final class OpportunityToDeal extends FreshsalesRow {

    private static final String FROM = "opportunity";

    public OpportunityToDeal() {
        super(3, "Deal -> Deal", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.PIPELINE, NextCrmChoices.WON_STAGES, NextCrmChoices.KILL_RULE);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        List<ValueMap> maps = new ArrayList<>();
        maps.add(Outcome.statuses());
        maps.addAll(new Stages(new Business(context), new DestinationView(context.destination())).valueMaps());
        return maps;
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "pipelines by type of opportunity",
                        "pipelines are made on the pages of Freshsales only",
                        "one pipeline with NextCRM's stages; the type in the field 'NextCRM type'"),
                new Loss(
                        "probability of deals",
                        "it follows the stage, whatever is sent",
                        "none is sent; an administrator sets that of the stages"),
                new Loss(
                        "creation time of deals, age, time in a stage",
                        "Freshsales stamps them anew",
                        "'NextCRM created'"),
                new Loss(
                        "moment at which a deal was won or lost",
                        "NextCRM has no column for it",
                        "the moment of the change in its log, else when the stage was entered, else the last change"),
                new Loss(
                        "stage of deals that were won or lost",
                        "Freshsales says so by the stage",
                        "Won and Lost, as the value map dealOutcome says"),
                new Loss(
                        "reason of lost deals",
                        "the reasons are a list that is made in the account",
                        "the field 'NextCRM lost reason'"),
                new Loss("amount of deals without a budget", "a deal must have an amount", "0"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        if (!business.has(FROM)) {
            return List.of();
        }
        Fields fields = new Fields(business, FROM, DEAL)
                .withoutMoney()
                .set("name", "coalesce(trim(name), concat(\"Opportunity \", $id))")
                .set("amount", Amounts.ofOpportunity(business))
                .set("expected_close", "utcDate(close_date)", "close_date")
                .set("contacts", contacts(business))
                .custom("NextCRM expected revenue", FieldType.MONEY, "expected_revenue", "expected_revenue")
                .moment(account, CREATED, "createdAt", "createdAt")
                .custom("NextCRM type", FieldType.TEXT, "type", "type")
                .custom("NextCRM delivery deadline", FieldType.DATE, "utcDate(delivery_deadline)", "delivery_deadline")
                .custom("NextCRM next step", FieldType.LONG_TEXT, "next_step", "next_step")
                .custom("NextCRM description", FieldType.LONG_TEXT, "description", "description")
                .custom("NextCRM approval", FieldType.TEXT, "approval_status", "approval_status");
        if (business.has("account")) {
            fields.set("sales_account_id", accountOf(business, "account"), "account");
        }
        Outcome outcome = new Outcome(business);
        new Stages(business, account).addTo(fields, outcome);
        ended(fields, outcome, account);
        List<MappingPart> parts = new ArrayList<>();
        parts.add(fields.into(MappingPart.Records.from(FROM).to(DEAL).orderBy(business.column(FROM, "createdAt")))
                .build());
        exclude(parts, business, "opportunityContact", "it says who takes part in the deal");
        exclude(parts, business, "stage", "it is a stage of the pipeline");
        return parts;
    }

    /** The main contact first, then those who take part as well. */
    private static String contacts(Business business) {
        if (!business.has("contact")) {
            return "null";
        }
        String main = business.live("contact", business.column(FROM, "contact"));
        String others = business.has("opportunityContact")
                ? ", related(opportunityContact, on: opportunity, equals: $id, each: "
                        + business.live("contact", "contact") + ", reduce: list)"
                : "";
        return "list(link(ContactToContact, union(list(" + main + ")" + others + ")))";
    }

    private static void ended(Fields fields, Outcome outcome, DestinationView account) {
        String ended = outcome.byOutcome(outcome.wonAt(), outcome.closedAt(), "null");
        fields.momentOrDay(account, "closed_date", ended, "utcDate(" + ended + ")");
        fields.custom(
                "NextCRM lost reason",
                FieldType.TEXT,
                outcome.byOutcome("null", "truncate(" + outcome.reason() + ", 250)", "null"));
    }
}

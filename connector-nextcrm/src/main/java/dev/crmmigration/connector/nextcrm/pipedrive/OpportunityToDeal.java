package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.DEAL;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.NextCrmChoices;
import dev.crmmigration.connector.nextcrm.mapping.Outcome;
import dev.crmmigration.connector.nextcrm.mapping.PersonText;
import dev.crmmigration.connector.nextcrm.mapping.StageNames;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes a deal of every opportunity, in a pipeline of its type. */
public final class OpportunityToDeal extends NextCrmRow {

    private static final String OPPORTUNITY = "opportunity";
    private static final String STAGE_MAP = "dealStage";
    private static final String PIPELINE_MAP = "dealPipeline";
    private static final String NOT_GIVEN = StageNames.NOT_GIVEN;
    private static final String PIPELINE = "NextCRM";

    public OpportunityToDeal() {
        super(3, "Deal -> Deal", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(NextCrmChoices.PIPELINES, NextCrmChoices.WON_STAGES, NextCrmChoices.KILL_RULE);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        Business business = new Business(context);
        return List.of(
                Outcome.statuses(),
                new ValueMap(STAGE_MAP, StageNames.of(business), StageNames.each(business)),
                new ValueMap(PIPELINE_MAP, List.of(), pipelineMap(business)));
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "creation time of deals",
                        "Pipedrive takes none; reports on deal age begin on the day of the import",
                        "the custom field 'NextCRM created'"),
                new Loss(
                        "moment at which a deal was won or lost",
                        "NextCRM has no column for it",
                        "the moment of the change in its log, else when the stage was entered, else the last change"),
                new Loss(
                        "probability of an opportunity",
                        "NextCRM has that of its stage only, and Pipedrive takes one of a deal in some pipelines only",
                        "the stages of new pipelines have it, and deals the custom field 'NextCRM probability'"),
                new Loss(
                        "order of stages",
                        "NextCRM's orders are neither complete nor unique",
                        "by order, then probability, then name; a second stage of one name gets a number"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        if (!business.has(OPPORTUNITY)) {
            return List.of();
        }
        Fields fields = new Fields(business, OPPORTUNITY, DEAL)
                .set("title", "coalesce(trim(name), concat(\"Opportunity \", $id))")
                .set("currency", "currency(budget)", "budget")
                .set("expected_close_date", "utcDate(close_date)", "close_date")
                .custom("NextCRM expected revenue", FieldType.MONEY, "expected_revenue", "expected_revenue")
                .custom("NextCRM created", FieldType.DATE, "utcDate(createdAt)", "createdAt")
                .custom("NextCRM delivery deadline", FieldType.DATE, "utcDate(delivery_deadline)", "delivery_deadline")
                .custom("NextCRM next step", FieldType.LONG_TEXT, "next_step", "next_step")
                .custom("NextCRM description", FieldType.LONG_TEXT, "description", "description")
                .custom("NextCRM approval", FieldType.TEXT, "approval_status", "approval_status");
        fields.set("value", LineItemToDealProduct.value(business), "budget");
        stage(fields, business);
        probability(fields, business);
        outcome(fields, new Outcome(business), account);
        if (business.has("contact")) {
            fields.set("person_id", new PersonText(business, PEOPLE).ofContact("contact"), "contact");
        }
        if (business.has("account")) {
            fields.set("org_id", "link(AccountToOrganization, " + business.live("account", "account") + ")", "account");
        }
        List<MappingPart> parts = new ArrayList<>();
        parts.add(fields.into(MappingPart.Records.from(OPPORTUNITY)
                        .to(DEAL)
                        .orderBy(business.column(OPPORTUNITY, "createdAt")))
                .build());
        participants(parts, business);
        if (business.has("stage")) {
            parts.add(MappingPart.Exclusion.of("stage", "true", "it is a stage of the pipelines"));
        }
        return parts;
    }

    private static void outcome(Fields fields, Outcome outcome, DestinationView account) {
        fields.set(
                        "status",
                        outcome.byOutcome(status(account, "won"), status(account, "lost"), status(account, "open")))
                .set("won_time", outcome.byOutcome(outcome.wonAt(), "null", "null"))
                .set("lost_time", outcome.byOutcome("null", outcome.closedAt(), "null"))
                .set("lost_reason", outcome.byOutcome("null", outcome.reason(), "null"));
    }

    private static String status(DestinationView account, String word) {
        return Expressions.text(account.label(DEAL, "status", word));
    }

    private static void stage(Fields fields, Business business) {
        ObjectType deal = ObjectType.of(DEAL);
        for (String pipeline : new LinkedHashSet<>(pipelineMap(business).values())) {
            fields.needs(new SchemaElement(
                    deal, SchemaKind.PIPELINE, pipeline, Map.of(SchemaKind.DEAL_PROBABILITY, "true"), List.of()));
            StageNames.of(business).forEach(stage -> fields.needs(element(business, pipeline, stage)));
        }
        fields.set(
                "stage_id",
                "concat(map(\"" + PIPELINE_MAP + "\", coalesce(" + type(business) + ", " + Expressions.text(NOT_GIVEN)
                        + ")), \" / \", map(\"" + STAGE_MAP + "\", coalesce(" + business.column(OPPORTUNITY, "stage")
                        + ", " + Expressions.text(NOT_GIVEN) + ")))");
    }

    private static SchemaElement element(Business business, String pipeline, String stage) {
        SchemaElement element = SchemaElement.stage(ObjectType.of(DEAL), "stage_id", pipeline, stage);
        Map<String, String> properties = new TreeMap<>(element.properties());
        Optional.ofNullable(StageNames.probabilities(business).get(stage))
                .ifPresent(percent -> properties.put(SchemaKind.PROBABILITY, percent));
        return new SchemaElement(element.object(), element.kind(), stage, properties, element.options());
    }

    private static String type(Business business) {
        return business.chose(NextCrmChoices.PIPELINES, "perType") ? business.column(OPPORTUNITY, "type") : "null";
    }

    private static Map<String, String> pipelineMap(Business business) {
        Map<String, String> map = new LinkedHashMap<>();
        if (business.chose(NextCrmChoices.PIPELINES, "perType")) {
            Set<String> used = new LinkedHashSet<>(business.options(OPPORTUNITY, "type"));
            used.retainAll(business.distinct(OPPORTUNITY, "type"));
            used.forEach(type -> map.put(type, type));
        }
        map.put(NOT_GIVEN, PIPELINE);
        return map;
    }

    /** Not the deal's own, which only pipelines take that the plan makes first: a later plan would propose otherwise. */
    private static void probability(Fields fields, Business business) {
        if (business.has(OPPORTUNITY, "stage_id")) {
            fields.custom("NextCRM probability", FieldType.INTEGER, business.of("stage", "stage_id", "probability"));
        }
    }

    /** The main contact is the deal's person already. */
    private static void participants(List<MappingPart> parts, Business business) {
        if (!business.has("opportunityContact")) {
            return;
        }
        String primary = business.of(OPPORTUNITY, OPPORTUNITY, "contact");
        String isOther = "and(present(" + business.live(OPPORTUNITY, OPPORTUNITY) + "), present("
                + business.live("contact", "contact") + "), ne(text(contact), coalesce(text(" + primary + "), \"\")))";
        parts.add(MappingPart.Records.from("opportunityContact")
                .to("dealParticipant")
                .part("participant")
                .where(isOther)
                .set("deal_id", "link(OpportunityToDeal, opportunity)")
                .set("person_id", "link(ContactToPerson, contact)")
                .build());
        parts.add(MappingPart.Exclusion.of(
                "opportunityContact",
                "not(" + isOther + ")",
                "the contact is the person of the deal, or one of both is deleted"));
    }
}

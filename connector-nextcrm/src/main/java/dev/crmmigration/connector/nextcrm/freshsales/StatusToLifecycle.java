package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.StageNames;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives contacts the lifecycle stage that fits what they are in NextCRM: contacts by their type, leads by their status, targets. */
public final class StatusToLifecycle extends FreshsalesRow {

    private static final String FIELD = "lifecycle_stage_id";
    private static final String CONTACTS = "contactLifecycle";
    private static final String LEADS = "leadLifecycle";

    public StatusToLifecycle() {
        super(BEYOND, "Kind of person -> Lifecycle stage", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        Business business = new Business(context);
        DestinationView account = new DestinationView(context.destination());
        List<String> types = new ArrayList<>(business.options("contact", "contact_type"));
        types.addAll(business.distinct("contact", "contact_type"));
        List<String> statuses = new ArrayList<>(business.options("lead", "lead_status"));
        statuses.addAll(business.distinct("lead", "lead_status"));
        statuses.add("target");
        return List.of(valueMap(account, CONTACTS, types, "Customer"), valueMap(account, LEADS, statuses, "Lead"));
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "status of leads and contacts",
                "stages and their statuses are the account's own",
                "which lifecycle stage each word means stands in the plan; the words themselves in custom fields"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (business.has("contact")) {
            add(parts, business, "contact", CONTACT_TO_CONTACT, CONTACTS, business.column("contact", "contact_type"));
        }
        if (new Leads(business).move()) {
            add(parts, business, "lead", LEAD_TO_CONTACT, LEADS, business.column("lead", "lead_status"));
        }
        if (people(business).targetsMove()) {
            add(parts, business, "target", TARGET_TO_CONTACT, LEADS, "\"target\"");
        }
        return parts;
    }

    private static void add(
            List<MappingPart> parts, Business business, String from, String mapping, String map, String word) {
        Fields fields = new Fields(business, from, CONTACT)
                .set(
                        FIELD,
                        "map(\"" + map + "\", coalesce(" + word + ", " + Expressions.text(StageNames.NOT_GIVEN) + "))");
        parts.add(MappingPart.Contribution.to(mapping, from, fields.mappings(), fields.schema()));
    }

    /** A prospect is a lead wherever it is kept; what the account has no stage for is an open question. */
    private static ValueMap valueMap(DestinationView account, String map, List<String> words, String stage) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String word : words) {
            String wanted = word.equalsIgnoreCase("Prospect") ? "Lead" : stage;
            account.found(CONTACT, FIELD, wanted).ifPresent(label -> entries.put(word, label));
        }
        account.found(CONTACT, FIELD, stage).ifPresent(label -> entries.put(StageNames.NOT_GIVEN, label));
        return new ValueMap(map, account.labels(CONTACT, FIELD), entries);
    }
}

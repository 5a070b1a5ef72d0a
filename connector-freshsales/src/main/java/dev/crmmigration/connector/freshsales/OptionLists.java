package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pick-lists of system fields, and what else of the account's lists a record needs. */
final class OptionLists {

    /** The selectors of the fields whose choices the account's list of fields may leave out. */
    private static final Map<String, String> SELECTORS = Map.ofEntries(
            Map.entry("industry_type_id", "industry_types"),
            Map.entry("business_type_id", "business_types"),
            Map.entry("territory_id", "territories"),
            Map.entry("lead_source_id", "lead_sources"),
            Map.entry("campaign_id", "campaigns"),
            Map.entry("deal_type_id", "deal_types"),
            Map.entry("deal_reason_id", "deal_reasons"),
            Map.entry("deal_product_id", "deal_products"),
            Map.entry("deal_payment_status_id", "deal_payment_statuses"));

    private static final List<Option> TASK_STATUSES = List.of(Option.of("0", "open"), Option.of("1", "done"));

    private final Map<String, List<Option>> lists = new LinkedHashMap<>();
    private final Map<String, String> pipelineOfStage = new LinkedHashMap<>();
    private final Map<String, String> currencies;

    private OptionLists(Map<String, String> currencies) {
        this.currencies = currencies;
    }

    static OptionLists read(AccountLists lists, Map<FreshsalesObject, List<RemoteField>> fields) {
        OptionLists options = new OptionLists(lists.currencies());
        options.readPipelines(lists.pipelines());
        List<JsonObject> stages = lists.selected("lifecycle_stages");
        options.lists.put("lifecycle_stage_id", AccountLists.options(stages));
        options.lists.put("contact_status_id", lists.contactStatuses(stages));
        List<Option> types = AccountLists.options(lists.selected("sales_activity_types"));
        options.lists.put("sales_activity_type_id", types);
        options.lists.put("task_type_id", types);
        options.lists.put("sales_activity_outcome_id", lists.outcomes(types));
        options.lists.put("status", TASK_STATUSES);
        Map<String, String> unlisted = new TreeMap<>(SELECTORS);
        unlisted.keySet().removeIf(field -> listed(fields, field).isPresent());
        lists.calls().selected(unlisted.size());
        SELECTORS.keySet().forEach(field -> listed(fields, field).ifPresent(list -> options.lists.put(field, list)));
        unlisted.forEach((field, selector) -> options.lists.put(field, AccountLists.options(lists.selected(selector))));
        return options;
    }

    /** The list of fields holds the choices as well, which spares a call for each. */
    private static Optional<List<Option>> listed(Map<FreshsalesObject, List<RemoteField>> fields, String name) {
        return fields.values().stream()
                .flatMap(List::stream)
                .filter(field -> field.name().equals(name) && !field.choices().isEmpty())
                .map(RemoteField::choices)
                .findFirst();
    }

    private void readPipelines(List<AccountLists.Pipeline> pipelines) {
        List<Option> stages = new ArrayList<>();
        List<Option> names = new ArrayList<>();
        for (AccountLists.Pipeline pipeline : pipelines) {
            names.add(Option.of(pipeline.id(), pipeline.name()));
            pipeline.stages().forEach((id, name) -> {
                stages.add(new Option(id, name, Optional.of(pipeline.name())));
                pipelineOfStage.put(id, pipeline.id());
            });
        }
        lists.put("deal_pipeline_id", names);
        lists.put("deal_stage_id", stages);
    }

    /** Returns the pick-list of a field; fields of one name have one list. */
    List<Option> of(FreshsalesObject object, String field) {
        List<Option> list = lists.get(field);
        if (list == null) {
            throw new IllegalArgumentException(object + "." + field + " has no pick-list");
        }
        return list;
    }

    Optional<String> pipelineOf(String stage) {
        return Optional.ofNullable(pipelineOfStage.get(stage));
    }

    /** Returns the id of an active currency. */
    Optional<String> currencyId(String code) {
        return currencies.entrySet().stream()
                .filter(currency -> currency.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Optional<String> currencyCode(String id) {
        return Optional.ofNullable(currencies.get(id));
    }
}

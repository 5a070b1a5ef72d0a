package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells which records fulfil the conditions of a filter, which may look at the records that they are linked with. */
final class FilterEvaluation {

    private static final Map<String, String> TYPES = Map.of(
            "deals", "deals",
            "people", "persons",
            "org", "organizations",
            "products", "products",
            "activity", "activities",
            "leads", "leads");
    private static final Map<String, String> OBJECTS = Map.of(
            "deal", "deals",
            "person", "persons",
            "organization", "organizations",
            "product", "products",
            "activity", "activities",
            "lead", "leads");
    private static final Map<String, String> LINKS = Map.of(
            "deals", "deal_id",
            "persons", "person_id",
            "organizations", "org_id",
            "products", "product_id",
            "leads", "lead_id");

    private final Account account;
    private final FilterConditions conditions;

    FilterEvaluation(Account account) {
        this.account = account;
        this.conditions = new FilterConditions(account);
    }

    /** Returns the test of a filter for the records of an object, or refuses a filter that is missing or of another type. */
    Predicate<Row> of(long id, String object) {
        Row row = account.table("filters").findLive(id);
        if (row == null) {
            throw ApiException.of(404, "ERR_NOT_FOUND", "Filter not found");
        }
        ObjectNode filter = row.record();
        if (!object.equals(TYPES.get(filter.path("type").asText("")))) {
            throw ApiException.badRequest("filter_id: The filter is not of this type");
        }
        JsonNode conditionsOfFilter = filter.path("conditions");
        conditions.addFieldCodes(conditionsOfFilter);
        List<Group> groups = new ArrayList<>();
        conditionsOfFilter.path("conditions").forEach(group -> groups.add(group(group)));
        List<SearchTerm.DocumentTest> tests = tests(groups, object);
        return candidate -> tests.stream().allMatch(test -> test.mayMatch(candidate.document()))
                && matches(Json.parseOwn(candidate.document()), object, groups);
    }

    private Group group(JsonNode group) {
        List<Leaf> leaves = new ArrayList<>();
        for (JsonNode leaf : group.path("conditions")) {
            leaves.add(new Leaf(
                    OBJECTS.getOrDefault(leaf.path("object").asText(""), ""),
                    leaf.path("field_code").asText(""),
                    Condition.of(leaf, account)));
        }
        return new Group(group.path("glue").asText("").equals("or"), leaves);
    }

    /** Returns tests that spare most documents being parsed: a text that a field must equal occurs in the document. */
    private static List<SearchTerm.DocumentTest> tests(List<Group> groups, String object) {
        List<SearchTerm.DocumentTest> tests = new ArrayList<>();
        for (Group group : groups) {
            for (Leaf leaf : group.leaves()) {
                if (!group.isAny()
                        && leaf.object().equals(object)
                        && leaf.condition().wantsText()) {
                    String text = leaf.condition().value().toLowerCase(Locale.ROOT);
                    tests.add(new SearchTerm(text, true, List.of()).documentTest());
                }
            }
        }
        return tests;
    }

    private boolean matches(ObjectNode record, String object, List<Group> groups) {
        for (Group group : groups) {
            List<Leaf> leaves = group.leaves();
            boolean matches = group.isAny()
                    ? leaves.isEmpty() || leaves.stream().anyMatch(leaf -> fulfils(record, object, leaf))
                    : leaves.stream().allMatch(leaf -> fulfils(record, object, leaf));
            if (!matches) {
                return false;
            }
        }
        return true;
    }

    private boolean fulfils(ObjectNode record, String object, Leaf leaf) {
        String wanted = leaf.object();
        List<ObjectNode> looked = wanted.equals(object) ? List.of(record) : linked(record, object, wanted);
        if (looked.isEmpty()) {
            return leaf.condition().test(Json.MAPPER.nullNode());
        }
        return looked.stream().anyMatch(one -> leaf.condition().test(value(one, leaf.field())));
    }

    private static JsonNode value(ObjectNode record, String code) {
        JsonNode custom = record.path("custom_fields").path(code);
        return custom.isMissingNode() ? record.path(code) : custom;
    }

    /** Returns the records of another object that a record refers to or that refer to it. */
    private List<ObjectNode> linked(ObjectNode record, String object, String wanted) {
        List<ObjectNode> found = new ArrayList<>();
        boolean isOrganizationOfLead = object.equals("leads") && wanted.equals("organizations");
        String link = isOrganizationOfLead ? "organization_id" : LINKS.get(wanted);
        if (object.equals("deals") && wanted.equals("products")) {
            new DealTotals(account)
                    .lines(record.path("id").longValue())
                    .forEach(line -> add(found, wanted, line.path("product_id").longValue()));
        } else if (link != null && record.has(link)) {
            add(found, wanted, record.path(link).asLong(0));
        } else {
            addReferring(found, wanted, LINKS.get(object), record.path("id").asLong(0));
        }
        return found;
    }

    private void addReferring(List<ObjectNode> found, String wanted, @Nullable String link, long id) {
        if (link != null
                && !wanted.isEmpty()
                && account.table(wanted).keyNames().contains(link)) {
            for (long other : account.table(wanted).withKey(link, id).toArray()) {
                add(found, wanted, other);
            }
        }
    }

    private void add(List<ObjectNode> found, String object, long id) {
        Row row = account.table(object).findLive(id);
        if (row != null) {
            found.add(row.record());
        }
    }

    private record Group(boolean isAny, List<Leaf> leaves) {}

    private record Leaf(String object, String field, Condition condition) {}
}

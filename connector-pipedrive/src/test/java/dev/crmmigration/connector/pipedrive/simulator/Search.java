package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Searches one object. What the lagging index does not know yet is not found. */
final class Search implements Finder {

    /** The types of custom fields that searches look into (OpenAPI v2, read 2026-08-18). */
    static final Set<String> SEARCHABLE =
            Set.of("address", "varchar", "text", "varchar_auto", "double", "monetary", "phone");

    private static final int MAX_OF_ONE_PARENT = 2_000;
    private static final Map<String, String> FILTERS =
            Map.of("person_id", "person_id", "organization_id", "org_id", "status", "status");
    private static final Map<String, String> NOTE_LINKS =
            Map.of("deals", "deal_id", "persons", "person_id", "organizations", "org_id");

    private final Company company;
    private final Table table;
    private final SearchItems items;
    private final String title;

    /**
     * Creates a search.
     *
     * @param title the member that names a record
     */
    Search(Company company, String object, String title) {
        this.company = company;
        this.table = company.account().table(object);
        this.title = title;
        this.items = new SearchItems(company, table.name());
    }

    @Override
    public List<Supplier<ObjectNode>> find(SearchTerm term, Map<String, String> query, int most) {
        List<Supplier<ObjectNode>> found = new ArrayList<>();
        table.byUpdateTime().current();
        Set<Long> noted = noted(term);
        SearchTerm.DocumentTest test = term.documentTest();
        boolean hasParent = FILTERS.keySet().stream().anyMatch(query::containsKey);
        IdList live = table.live();
        for (int i = 0; i < live.size(); i++) {
            Row row = table.find(live.get(i));
            if (row == null || !isKnown(row) || !passes(row, query)) {
                continue;
            }
            byte[] document = company.document(table, row);
            boolean isNoted = noted.contains(row.id());
            if (isNoted || test.mayMatch(document)) {
                ObjectNode record = Json.parseOwn(document);
                if (isNoted || matches(record, term)) {
                    found.add(() -> items.item(record, query));
                }
            }
            if (found.size() == most || (hasParent && found.size() == MAX_OF_ONE_PARENT)) {
                break;
            }
        }
        return found;
    }

    private boolean isKnown(Row row) {
        return table.byUpdateTime().timeOf(row.id()) != null
                && company.account().visibility().shows(table, row);
    }

    private boolean passes(Row row, Map<String, String> query) {
        for (Map.Entry<String, String> filter : FILTERS.entrySet()) {
            String value = query.get(filter.getKey());
            if (value != null && table.keyNames().contains(filter.getValue())) {
                long key = value.matches("\\d{1,18}") ? Long.parseLong(value) : Row.key(value);
                if (row.key(table.keyPosition(filter.getValue())) != key) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns the records that have a note in which the term occurs. */
    private Set<Long> noted(SearchTerm term) {
        Set<Long> noted = new HashSet<>();
        String link = NOTE_LINKS.get(table.name());
        Table notes = company.account().table("notes");
        if (link == null || !term.looksIn("notes")) {
            return noted;
        }
        notes.byUpdateTime().current();
        SearchTerm.DocumentTest test = term.documentTest();
        IdList live = notes.live();
        for (int i = 0; i < live.size(); i++) {
            Row note = notes.find(live.get(i));
            if (note != null
                    && notes.byUpdateTime().timeOf(note.id()) != null
                    && test.mayMatch(note.document())
                    && term.matches(note.record().path("content").asText(""))) {
                noted.add(note.key(notes.keyPosition(link)));
            }
        }
        return noted;
    }

    private boolean matches(ObjectNode record, SearchTerm term) {
        boolean found = term.looksIn(title) && term.matches(record.path(title).asText(""));
        found |= term.looksIn("code") && term.matches(record.path("code").asText(""));
        found |= term.looksIn("address")
                && term.matches(record.path("address").path("value").asText(""));
        for (String list : List.of("emails", "phones")) {
            String field = list.substring(0, list.length() - 1);
            for (JsonNode contact : record.path(list)) {
                found |= term.looksIn(field)
                        && term.matches(contact.path("value").asText(""));
            }
        }
        if (term.looksIn("custom_fields")) {
            found |= items.customValues(record).stream().anyMatch(term::matches);
        }
        return found;
    }
}

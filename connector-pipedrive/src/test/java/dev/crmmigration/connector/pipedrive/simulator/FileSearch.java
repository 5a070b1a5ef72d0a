package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Searches files by their name. */
final class FileSearch implements Finder {

    private final Account account;

    FileSearch(Account account) {
        this.account = account;
    }

    @Override
    public List<Supplier<ObjectNode>> find(SearchTerm term, Map<String, String> query, int most) {
        Table files = account.table("files");
        files.byUpdateTime().current();
        return PageV1.rows(files, files.live())
                .filter(row -> files.byUpdateTime().timeOf(row.id()) != null)
                .map(Row::record)
                .filter(file ->
                        term.looksIn("name") && term.matches(file.path("name").asText("")))
                .<Supplier<ObjectNode>>map(file -> () -> item(file))
                .toList();
    }

    private ObjectNode item(ObjectNode file) {
        ObjectNode item = Json.object();
        item.set("id", file.get("id"));
        item.put("type", "file");
        item.set("name", file.get("name"));
        item.put("url", "/files/" + file.path("id").asText() + "/download");
        addNamed(item, file, "deal", "deals", "title");
        addNamed(item, file, "person", "persons", "name");
        addNamed(item, file, "organization", "organizations", "name");
        return item;
    }

    private void addNamed(ObjectNode item, ObjectNode file, String member, String object, String name) {
        String link = member.equals("organization") ? "org_id" : member + "_id";
        Row row = account.table(object).find(file.path(link).asLong(0));
        if (row != null) {
            item.putObject(member).put("id", row.id()).set(name, row.record().get(name));
        }
    }
}

package dev.crmmigration.connector.nextcrm.plugin;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.tabular.TabularColumn;
import dev.crmmigration.toolkit.tabular.TabularFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A CSV file, and what its columns stand for.
 *
 * @param table the file
 * @param object what its rows are
 * @param known the field of each known column, by place
 * @param custom the label of each other column, by place
 */
record PluginFile(TabularFile table, PluginObject object, Map<Integer, String> known, Map<Integer, String> custom) {

    /** Tells by its header what a file holds; companies are told by what contacts do not have. */
    static Optional<PluginFile> of(TabularFile table, PluginOptions options) {
        PluginFile contacts = bound(table, PluginObject.CONTACT, options);
        PluginFile companies = bound(table, PluginObject.COMPANY, options);
        Set<String> people = new HashSet<>(contacts.known.values());
        boolean isPeople = PluginObject.CONTACT.isTold(people)
                && (people.contains("first_name")
                        || people.contains("last_name")
                        || people.contains("tags")
                        || people.contains("subscription_status")
                        || !companies.known.containsValue("name"));
        if (isPeople) {
            return Optional.of(contacts);
        }
        boolean isCompanies =
                companies.known.size() > 2 && PluginObject.COMPANY.isTold(new HashSet<>(companies.known.values()));
        return isCompanies ? Optional.of(companies) : Optional.empty();
    }

    private static PluginFile bound(TabularFile table, PluginObject object, PluginOptions options) {
        Map<Integer, String> known = new LinkedHashMap<>();
        Map<Integer, String> custom = new LinkedHashMap<>();
        Map<String, Integer> taken = new HashMap<>();
        List<String> problems = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (TabularColumn column : table.columns()) {
            Optional<String> field = object.field(column.key(), options.columns());
            if (field.isPresent() && taken.putIfAbsent(field.get(), column.index()) == null) {
                known.put(column.index(), field.get());
            } else if (!column.header().isEmpty()) {
                if (!labels.add(column.header())) {
                    problems.add(
                            "file " + table.name() + " has two columns '" + column.header() + "', the second of them at"
                                    + " place " + (column.index() + 1) + ". Rename one, and export again");
                }
                custom.put(column.index(), column.header());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException("the export", problems);
        }
        return new PluginFile(table, object, known, custom);
    }
}

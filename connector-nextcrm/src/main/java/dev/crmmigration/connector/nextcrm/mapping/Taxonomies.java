package dev.crmmigration.connector.nextcrm.mapping;

import dev.crmmigration.toolkit.mapping.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tags and lists of NextCRM, which people have. */
public final class Taxonomies {

    /** Returns, over a target, the names of its lists. */
    public static final String LISTS_OF_TARGET = "related(targetListMember, on: target, equals: $id, each: "
            + "related(targetList, on: $id, equals: list, each: name), reduce: list)";

    private Taxonomies() {}

    public static Taxonomy tags(Business business, PeopleRows rows) {
        List<String> names = Stream.concat(
                        business.distinct("contact", "tags").stream(),
                        new PersonText(business, rows).targetsMove()
                                ? business.distinct("target", "tags").stream()
                                : Stream.of())
                .distinct()
                .toList();
        return new Taxonomy("tags", "", names);
    }

    /**
     * Returns the lists that contacts and targets are on.
     *
     * @param prefix begins what every list becomes
     */
    public static Taxonomy lists(Business business, String prefix) {
        List<String> names = new ArrayList<>(business.distinct("contact", "lists"));
        names.addAll(business.distinct("targetList", "name"));
        return new Taxonomy("lists", prefix, names);
    }
}

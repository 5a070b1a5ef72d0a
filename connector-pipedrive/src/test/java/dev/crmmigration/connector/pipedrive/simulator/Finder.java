package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Finds items of one type. */
@FunctionalInterface
interface Finder {

    /** Returns the items found, oldest first. They are made when they are looked at, as a page needs few of many; after {@code most} the search ends. */
    List<Supplier<ObjectNode>> find(SearchTerm term, Map<String, String> query, int most);
}

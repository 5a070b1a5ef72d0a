package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Finds items of one type. */
@FunctionalInterface
interface Finder {

    /** Returns the items found, oldest first. */
    List<ObjectNode> find(SearchTerm term, Map<String, String> query);
}

package dev.crmmigration.connector.kartra.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Invents what an account knows of a lead and no export holds. The same seed and lead give the same. */
final class Inventions {

    /** A tag that leads have only since the export. */
    static final String LATER_TAG = "Since the export";

    private static final String LIBRARY = "Member Library";
    private static final String ARCHIVE = "Course Archive";

    private final long seed;

    Inventions(long seed) {
        this.seed = seed;
    }

    private int dice(String lead, String what, int sides) {
        return Math.floorMod((seed + "/" + lead + "/" + what).hashCode(), sides);
    }

    /** Tells whether a lead has a tag that it got after the export: one in six has. */
    boolean hasLaterTag(String lead) {
        return dice(lead, LATER_TAG, 6) == 0;
    }

    /** Tells whether a lead is still on a list: four in five are. */
    boolean isOn(String lead, String list) {
        return dice(lead, list, 5) != 0;
    }

    /** Tells whether a lead has nobody to number its tags. */
    boolean hasTagIds(String lead) {
        return dice(lead, "tag ids", 2) == 0;
    }

    void position(ObjectNode sequence, String lead) {
        String name = sequence.path("sequence_name").asText();
        sequence.put("step", String.valueOf(1 + dice(lead, "step " + name, 7)));
        sequence.put("status", dice(lead, name, 4) == 0 ? "unsubscribed" : "active");
    }

    void memberships(ArrayNode memberships, String lead) {
        int kind = dice(lead, "membership", 4);
        if (kind == 1 || kind == 2) {
            membership(memberships, "1", LIBRARY, kind == 1 ? "Basic" : "Gold", "1");
        }
        if (kind == 2) {
            membership(memberships, "2", ARCHIVE, "", "0");
        }
    }

    private static void membership(ArrayNode memberships, String id, String name, String level, String active) {
        memberships
                .addObject()
                .put("membership_id", id)
                .put("membership_name", name)
                .put("level_id", level.isEmpty() ? "0" : id)
                .put("level_name", level)
                .put("active", active);
    }
}

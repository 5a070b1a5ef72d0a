package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The next activity of a record, which is the first one that is not done, and the last one that is done. */
final class NeighbourActivities {

    private static final Comparator<ObjectNode> BY_DUE_DATE =
            Comparator.comparing(activity -> activity.path("due_date").asText(""));

    private final ObjectNode next;
    private final ObjectNode last;

    NeighbourActivities(Account account, String link, long id) {
        List<ObjectNode> activities = LongStream.of(
                        account.table("activities").withKey(link, id).toArray())
                .mapToObj(activity -> account.record("activities", activity))
                .toList();
        next = activities.stream()
                .filter(activity -> !activity.path("done").booleanValue())
                .min(BY_DUE_DATE)
                .orElseGet(Json::object);
        last = activities.stream()
                .filter(activity -> activity.path("done").booleanValue())
                .max(BY_DUE_DATE)
                .orElseGet(Json::object);
    }

    private ObjectNode one(String which) {
        return which.equals("next") ? next : last;
    }

    @Nullable
    Long id(String which) {
        return one(which).isEmpty() ? null : (Long) one(which).path("id").longValue();
    }

    @Nullable
    String date(String which) {
        return one(which).path("due_date").textValue();
    }

    @Nullable
    String time(String which) {
        return one(which).path("due_time").textValue();
    }

    @Nullable
    String text(String member) {
        return next.path(member).textValue();
    }
}

package dev.crmmigration.connector.thepractice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tags that clients have: their own, those of their groups and of the ancestors of these, each with where it is from.
 * Exports lose what was handed down. Not thread-safe.
 */
final class Tags {

    private static final int FEWEST_MEMBERS = 5;
    private static final int MOST_LISTED = 20;
    private static final double NEARLY_ALL = 0.95;

    private final Groups groups;
    private final Map<String, List<String>> own = new HashMap<>();
    private final Map<String, Map<String, String>> restored = new HashMap<>();
    private final List<String> suspicions = new ArrayList<>();

    Tags(Groups groups) {
        this.groups = groups;
    }

    void see(String client, List<String> tags) {
        if (!tags.isEmpty()) {
            own.merge(client, tags, (one, other) -> {
                List<String> all = new ArrayList<>(one);
                all.addAll(other);
                return all;
            });
        }
    }

    /**
     * Looks for tags that groups seem to have handed down, where the export does not say which tags groups have.
     *
     * @param restores whether those who lack such a tag get it
     */
    void conclude(boolean restores) {
        if (!groups.haveTags()) {
            groups.members().forEach((group, members) -> suspect(group, members, restores));
        }
    }

    private void suspect(String group, Set<String> members, boolean restores) {
        if (members.size() < FEWEST_MEMBERS) {
            return;
        }
        Map<String, Set<String>> carriers = new TreeMap<>();
        members.forEach(member -> own.getOrDefault(member, List.of())
                .forEach(tag -> carriers.computeIfAbsent(tag, any -> new LinkedHashSet<>())
                        .add(member)));
        carriers.forEach((tag, with) -> {
            if (with.size() < members.size() && with.size() >= NEARLY_ALL * members.size()) {
                List<String> without =
                        members.stream().filter(one -> !with.contains(one)).toList();
                suspicions.add("possible lost inheritance: " + with.size() + " of " + members.size()
                        + " members of a group have a tag; without it: "
                        + String.join(", ", without.subList(0, Math.min(MOST_LISTED, without.size())))
                        + (restores ? " (restored)" : " (not added; set 'lostInheritance' to restore)"));
                if (restores) {
                    without.forEach(member -> restored.computeIfAbsent(member, any -> new LinkedHashMap<>())
                            .put(tag, "restored:" + group));
                }
            }
        });
    }

    /** Returns the tags of a client with where each is from. */
    Map<String, String> of(String client, List<String> ownTags) {
        Map<String, Set<String>> origins = new LinkedHashMap<>();
        ownTags.forEach(tag -> origin(origins, tag, Set.of("own")));
        groups.inheritedBy(client).forEach((tag, from) -> origin(origins, tag, from));
        restored.getOrDefault(client, Map.of()).forEach((tag, from) -> origin(origins, tag, Set.of(from)));
        Map<String, String> tags = new LinkedHashMap<>();
        origins.forEach((tag, from) -> tags.put(tag, String.join(", ", from)));
        return tags;
    }

    private static void origin(Map<String, Set<String>> origins, String tag, Set<String> from) {
        origins.computeIfAbsent(tag, any -> new LinkedHashSet<>()).addAll(from);
    }

    /** Returns a sentence for each tag that seems to be lost. */
    List<String> suspicions() {
        return suspicions;
    }
}

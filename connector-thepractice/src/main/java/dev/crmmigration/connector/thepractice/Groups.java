package dev.crmmigration.connector.thepractice;

import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.linkage.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The groups of clients, who is in them, and the tags that they hand down to their members. Not thread-safe. */
final class Groups {

    private final Map<String, Group> byId = new TreeMap<>();
    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, Set<String>> groupsOf = new HashMap<>();
    private final Map<String, Set<String>> membersOf = new TreeMap<>();
    private final Map<String, List<String>> namedBy = new LinkedHashMap<>();
    private final Set<String> inCircle = new TreeSet<>();
    private boolean haveTags;

    /** What is known of a group. */
    private record Group(String id, String name, String parent, List<String> tags) {}

    void see(RowDraft row) {
        haveTags |= row.data().has("tags");
        Group group = new Group(row.id(), row.text("name"), row.text("parent_group_id"), row.list("tags"));
        byId.put(group.id(), group);
        byName.putIfAbsent(Names.compared(group.name()), group.id());
    }

    /** Remembers the groups that a client itself names. */
    void seeNames(String client, List<String> names) {
        if (!names.isEmpty()) {
            namedBy.computeIfAbsent(client, any -> new ArrayList<>()).addAll(names);
        }
    }

    void seeMember(String group, String client) {
        groupsOf.computeIfAbsent(client, any -> new TreeSet<>()).add(group);
        membersOf.computeIfAbsent(group, any -> new TreeSet<>()).add(client);
    }

    /** Leads names to groups, and finds groups that are their own ancestors, after all were seen. */
    void conclude() {
        namedBy.forEach((client, names) ->
                names.forEach(name -> seeMember(byName.getOrDefault(Names.compared(name), "name:" + name), client)));
        namedBy.clear();
        byId.keySet().stream().filter(this::isOwnAncestor).forEach(inCircle::add);
    }

    private boolean isOwnAncestor(String id) {
        Set<String> seen = new LinkedHashSet<>();
        String at = parentOf(id);
        while (byId.containsKey(at) && seen.add(at)) {
            if (at.equals(id)) {
                return true;
            }
            at = parentOf(at);
        }
        return false;
    }

    private String parentOf(String id) {
        Group group = byId.get(id);
        return group == null ? "" : group.parent();
    }

    /** Returns a group and its ancestors, each once, even if they go round in a circle. */
    private Set<String> lineage(String id) {
        Set<String> seen = new LinkedHashSet<>();
        String at = id;
        while (byId.containsKey(at) && seen.add(at)) {
            at = parentOf(at);
        }
        return seen;
    }

    /** Returns the tags that a group hands down: its own and those of its ancestors. */
    Set<String> tagsOf(String id) {
        Set<String> tags = new LinkedHashSet<>();
        lineage(id).forEach(one -> Optional.ofNullable(byId.get(one)).ifPresent(group -> tags.addAll(group.tags())));
        return tags;
    }

    /** Returns the tags that a client gets from groups, each with the groups that it is from. */
    Map<String, Set<String>> inheritedBy(String client) {
        Map<String, Set<String>> inherited = new LinkedHashMap<>();
        for (String direct : groupsOf.getOrDefault(client, Set.of())) {
            for (String id : lineage(direct)) {
                Group group = byId.get(id);
                if (group != null) {
                    group.tags()
                            .forEach(tag -> inherited
                                    .computeIfAbsent(tag, any -> new LinkedHashSet<>())
                                    .add("group:" + group.name()));
                }
            }
        }
        return inherited;
    }

    /** Returns the names of the groups that a client is in, without their ancestors. */
    List<String> namesOf(String client) {
        return groupsOf.getOrDefault(client, Set.of()).stream()
                .map(this::nameOf)
                .toList();
    }

    private String nameOf(String id) {
        Group group = byId.get(id);
        return group == null ? id.replaceFirst("^name:", "") : group.name();
    }

    /** Tells whether a group is its own ancestor. */
    boolean isInCircle(String id) {
        return inCircle.contains(id);
    }

    Set<String> inCircle() {
        return inCircle;
    }

    /** Tells whether the export says which tags groups have. */
    boolean haveTags() {
        return haveTags;
    }

    /** Returns the members of every group, by its name; a group without a name goes by its id. */
    Map<String, Set<String>> members() {
        Map<String, Set<String>> members = new TreeMap<>();
        membersOf.forEach((id, clients) ->
                members.computeIfAbsent(nameOf(id), any -> new TreeSet<>()).addAll(clients));
        return members;
    }
}

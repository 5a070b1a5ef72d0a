package dev.crmmigration.engine.internal.run;

import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which objects have to be closed before another one may be written: those that it refers to, directly or not. Objects that
 * refer to each other do not wait for each other.
 */
final class Gate {

    private final Map<ObjectType, Set<ObjectType>> before = new HashMap<>();

    /** @param references the objects that an object refers to, by object */
    Gate(Collection<ObjectType> objects, Map<ObjectType, Set<ObjectType>> references) {
        Map<ObjectType, Set<ObjectType>> reach = new HashMap<>();
        objects.forEach(object -> reach.put(object, reach(object, references)));
        objects.forEach(object -> {
            Set<ObjectType> others = new TreeSet<>(reach.get(object));
            others.removeIf(other -> reach.getOrDefault(other, Set.of()).contains(object));
            before.put(object, others);
        });
    }

    private static Set<ObjectType> reach(ObjectType from, Map<ObjectType, Set<ObjectType>> references) {
        Set<ObjectType> reached = new TreeSet<>(Set.of(from));
        Deque<ObjectType> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            references.getOrDefault(open.remove(), Set.of()).stream()
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }

    /** Returns those of some objects that may be written while others are not closed. */
    List<ObjectType> free(Collection<ObjectType> objects, Set<ObjectType> notClosed) {
        return objects.stream()
                .filter(object -> before.getOrDefault(object, Set.of()).stream().noneMatch(notClosed::contains))
                .toList();
    }
}

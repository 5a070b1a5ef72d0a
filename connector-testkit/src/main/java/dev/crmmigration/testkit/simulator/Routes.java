package dev.crmmigration.testkit.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what answers a method and a path. Templates look like {@code /persons/{id}}; a literal part wins over one in braces.
 *
 * <p>Filled before the first request and not changed afterwards; then safe for use by several threads.
 *
 * @param <T> what answers
 */
public final class Routes<T> {

    private final Node<T> root = new Node<>();

    /**
     * Adds a route.
     *
     * @throws IllegalArgumentException if there is one of that method and template
     */
    public void add(String method, String template, T target) {
        Node<T> node = root;
        List<String> names = new ArrayList<>();
        for (String part : partsOf(template)) {
            if (part.startsWith("{")) {
                names.add(part.substring(1, part.length() - 1));
                node = node.anyChild();
            } else {
                node = node.children.computeIfAbsent(part, any -> new Node<>());
            }
        }
        Leaf<T> leaf = new Leaf<>(target, List.copyOf(names));
        if (node.leaves.putIfAbsent(method, leaf) != null) {
            throw new IllegalArgumentException("there is already a route " + method + " " + template);
        }
    }

    /** Finds the route; an unknown path has no target and allows nothing, a known path without the method names what it allows. */
    public Match<T> find(String method, String path) {
        List<String> values = new ArrayList<>();
        Node<T> node = find(root, partsOf(path), 0, values);
        if (node == null) {
            return new Match<>(null, Map.of(), Set.of());
        }
        Leaf<T> leaf = node.leaves.get(method);
        if (leaf == null) {
            return new Match<>(null, Map.of(), new TreeSet<>(node.leaves.keySet()));
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < leaf.names.size(); i++) {
            parameters.put(leaf.names.get(i), values.get(i));
        }
        return new Match<>(leaf.target, parameters, node.leaves.keySet());
    }

    private static <T> @Nullable Node<T> find(Node<T> node, List<String> parts, int depth, List<String> values) {
        if (depth == parts.size()) {
            return node.leaves.isEmpty() ? null : node;
        }
        Node<T> literal = node.children.get(parts.get(depth));
        if (literal != null) {
            Node<T> found = find(literal, parts, depth + 1, values);
            if (found != null) {
                return found;
            }
        }
        if (node.any == null) {
            return null;
        }
        values.add(parts.get(depth));
        Node<T> found = find(node.any, parts, depth + 1, values);
        if (found == null) {
            values.remove(values.size() - 1);
        }
        return found;
    }

    private static List<String> partsOf(String path) {
        List<String> parts = new ArrayList<>();
        int start = 1;
        while (start <= path.length()) {
            int end = path.indexOf('/', start);
            if (end < 0) {
                end = path.length();
            }
            if (end > start) {
                parts.add(path.substring(start, end));
            }
            start = end + 1;
        }
        return parts;
    }

    /**
     * What was found.
     *
     * @param target {@code null} if nothing answers this method and path
     * @param allowed the methods that the path knows
     */
    public record Match<T>(@Nullable T target, Map<String, String> pathParameters, Set<String> allowed) {}

    private record Leaf<T>(T target, List<String> names) {}

    private static final class Node<T> {
        private final Map<String, Node<T>> children = new HashMap<>();
        private final Map<String, Leaf<T>> leaves = new HashMap<>();
        private @Nullable Node<T> any;

        private Node<T> anyChild() {
            if (any == null) {
                any = new Node<>();
            }
            return any;
        }
    }
}

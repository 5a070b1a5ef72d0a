package dev.crmmigration.connector.nextcrm.app;

import java.util.List;

/**
 * Where reading an object stands.
 *
 * @param mark the snapshot that was read
 * @param part which of its tables, from 0
 * @param rows how many rows of that table were given
 * @param key the key of the last of them; empty before the first
 */
record PagePosition(String mark, int part, long rows, List<String> key) {

    PagePosition {
        key = List.copyOf(key);
    }

    static PagePosition parse(String text) {
        List<String> words = List.of(text.split(" ", -1));
        if (words.size() < 3
                || !words.get(1).matches("[0-9]{1,3}")
                || !words.get(2).matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("a position of NextCRM is a snapshot, a table, a count and a key");
        }
        return new PagePosition(
                words.get(0),
                Integer.parseInt(words.get(1)),
                Long.parseLong(words.get(2)),
                words.subList(3, words.size()));
    }

    @Override
    public String toString() {
        return mark + " " + part + " " + rows + (key.isEmpty() ? "" : " " + String.join(" ", key));
    }
}

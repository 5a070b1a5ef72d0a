package dev.crmmigration.connector.nextcrm.app;

import java.util.List;

/**
 * Where reading an object stands. It counts in one snapshot only, so no later session can go on from it.
 *
 * @param part which of its tables, from 0
 * @param rows how many rows of that table were given
 * @param last what tells where the last of them stands; empty before the first
 */
record PagePosition(int part, long rows, List<String> last) {

    static final PagePosition START = new PagePosition(0, 0, List.of());

    PagePosition {
        last = List.copyOf(last);
    }

    PagePosition nextTable() {
        return new PagePosition(part + 1, 0, List.of());
    }

    PagePosition after(long given, List<String> row) {
        return new PagePosition(part, rows + given, row);
    }
}

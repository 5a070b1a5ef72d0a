package dev.crmmigration.connector.freshsales.simulator;

import java.util.Arrays;
import java.util.Collection;

/** Ids in ascending order, eight bytes each. New ids are the highest, so that adding costs nothing. */
final class IdList {

    private long[] ids = new long[4];
    private int size;

    static IdList of(Collection<Long> ids) {
        IdList list = new IdList();
        ids.stream().sorted().forEach(list::add);
        return list;
    }

    void add(long id) {
        int position = size == 0 || ids[size - 1] < id ? size : -1 - Arrays.binarySearch(ids, 0, size, id);
        if (position < 0) {
            return;
        }
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        System.arraycopy(ids, position, ids, position + 1, size - position);
        ids[position] = id;
        size++;
    }

    void remove(long id) {
        int position = Arrays.binarySearch(ids, 0, size, id);
        if (position >= 0) {
            size--;
            System.arraycopy(ids, position + 1, ids, position, size - position);
        }
    }

    int size() {
        return size;
    }

    long get(int position) {
        return ids[position];
    }

    /** Returns the position of the first id that is greater. */
    int firstAfter(long id) {
        int position = Arrays.binarySearch(ids, 0, size, id);
        return position >= 0 ? position + 1 : -1 - position;
    }

    /** Returns the position of the last id that is smaller, or -1. */
    int lastBefore(long id) {
        int position = Arrays.binarySearch(ids, 0, size, id);
        return position >= 0 ? position - 1 : -2 - position;
    }

    long[] toArray() {
        return Arrays.copyOf(ids, size);
    }
}

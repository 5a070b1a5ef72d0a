package dev.crmmigration.connector.pipedrive.simulator;

import dev.crmmigration.testkit.simulator.Request;

/**
 * Where a page of v1 starts and how long it is. A wrong value is not refused but replaced.
 *
 * @param start from 0
 */
record ListV1(int start, int limit) {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;

    static ListV1 of(Request request) {
        return of(request, MAX_LIMIT);
    }

    static ListV1 of(Request request, int maxLimit) {
        int start = number(request.query().getOrDefault("start", ""), 0);
        int limit = number(request.query().getOrDefault("limit", ""), DEFAULT_LIMIT);
        return new ListV1(start, Math.max(1, Math.min(limit, maxLimit)));
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }
}

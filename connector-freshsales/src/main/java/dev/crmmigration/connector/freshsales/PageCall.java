package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.record.RecordRef;
import java.util.Optional;

/**
 * One call for a page.
 *
 * @param first the call without the number of the page
 * @param number the page, from 1
 * @param parent the record whose list it is, if it is not a list of all
 */
record PageCall(Call first, int number, Optional<RecordRef> parent) {

    /** The most records of a page: reference, read by third parties in 2026-10. */
    static final int SIZE = 100;

    static PageCall of(Call first) {
        return new PageCall(first, 1, Optional.empty());
    }

    PageCall under(RecordRef record) {
        return new PageCall(first, number, Optional.of(record));
    }

    PageCall at(int page) {
        return new PageCall(first, page, parent);
    }

    Call call() {
        return first.query("page", number).query("per_page", SIZE);
    }
}

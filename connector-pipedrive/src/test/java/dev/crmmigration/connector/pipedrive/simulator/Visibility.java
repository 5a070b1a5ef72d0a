package dev.crmmigration.connector.pipedrive.simulator;

import java.util.Set;

/** What the token's user may see: to a user who is no administrator, others' records that only their owner sees are hidden. */
final class Visibility {

    /** The owner alone, as v2 and as v1 write it. */
    private static final Set<Long> OWNER_ONLY = Set.of(1L, Row.key("1"));

    private final Account account;
    private final boolean isRestricted;

    Visibility(Account account) {
        this.account = account;
        this.isRestricted = account.settings().isOn(Switch.VISIBILITY)
                && !account.settings().isOn(Switch.ADMIN);
    }

    boolean shows(Table table, Row row) {
        if (!isRestricted
                || !table.keyNames().contains("visible_to")
                || !OWNER_ONLY.contains(row.key(table.keyPosition("visible_to")))) {
            return true;
        }
        return row.key(table.keyPosition("owner_id")) == account.tokenUserId();
    }
}

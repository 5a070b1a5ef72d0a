package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/** Makes the schema that the samples need, and takes it back at the end. */
final class Preparation {

    private final ContractAccount account;
    private final DestinationSession session;
    private final Deque<SchemaReceipt> made = new ArrayDeque<>();
    private boolean begun;

    Preparation(ContractAccount account, DestinationSession session) {
        this.account = account;
        this.session = session;
    }

    /** Does it at the first call, and tells so. What fails is left out: rules about the schema say why. */
    boolean make() {
        if (begun) {
            return false;
        }
        begun = true;
        Probe.quietly(() -> {
            Set<String> before = session.schema().keys();
            for (SchemaElement element : account.schema()) {
                Probe.quietly(() -> created(session.schema().ensure(element, before))
                        .ifPresent(made::push));
            }
        });
        return true;
    }

    /** Returns the receipt of what was made. */
    static Optional<SchemaReceipt> created(SchemaOutcome outcome) {
        return outcome.match(
                created -> Optional.of(created.receipt()),
                reused -> Optional.empty(),
                removed -> Optional.empty(),
                gone -> Optional.empty(),
                kept -> Optional.empty(),
                forAPerson -> Optional.empty(),
                refused -> Optional.empty());
    }

    void takeBack() {
        made.forEach(receipt -> Probe.quietly(() -> session.schema().remove(receipt)));
        made.clear();
    }
}

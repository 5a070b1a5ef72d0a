package dev.crmmigration.examples.cli.toy;

import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.RecordRef;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes every person but those whose name begins with {@link #REFUSED}, as long as the budget lasts. */
public final class ToyWriter implements RecordWriter {

    public static final String REFUSED = "refused";

    private final ToyAccount account;
    private final int budget;
    private final Clock clock;

    ToyWriter(ToyAccount account, int budget, Clock clock) {
        this.account = account;
        this.budget = budget;
        this.clock = clock;
    }

    @Override
    public List<WriteOutcome> write(List<Write> batch) {
        return batch.stream().map(this::write).toList();
    }

    private WriteOutcome write(Write write) {
        return write.match(
                create -> created(create, create.fields()),
                update -> refused(update),
                attach -> refused(attach),
                delete -> {
                    boolean wasThere =
                            account.remove(Integer.parseInt(delete.target().id()));
                    How how = wasThere ? How.DELETED : How.ALREADY_GONE;
                    return new WriteOutcome.Written(delete.effect(), delete.target(), how, Optional.empty());
                });
    }

    private WriteOutcome created(Write write, Map<String, FieldValue> fields) {
        FieldValue name = fields.get("name");
        if (name == null || name.value().orElse("").toString().startsWith(REFUSED)) {
            return refused(write);
        }
        OptionalInt next = account.nextId(budget);
        if (next.isEmpty()) {
            return new WriteOutcome.Postponed(
                    write.effect(), clock.instant().plus(Duration.ofDays(1)), WriteOutcome.Reason.BUDGET);
        }
        int id = next.getAsInt();
        RecordRef ref = RecordRef.of("person", Integer.toString(id));
        CrmRecord person = new CrmRecord(ref, fields);
        account.put(id, person);
        return new WriteOutcome.Written(write.effect(), ref, How.CREATED, Optional.of(person));
    }

    private static WriteOutcome refused(Write write) {
        return WriteOutcome.Rejected.of(write.effect(), "name", "NOT_TAKEN", "Take another name");
    }
}

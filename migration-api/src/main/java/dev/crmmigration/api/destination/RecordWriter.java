package dev.crmmigration.api.destination;

import dev.crmmigration.api.record.RecordRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes records: one call, and the truth about it. It never retries. Used by several threads at once. */
public interface RecordWriter {

    /**
     * Sends the writes of one batch.
     *
     * @param batch writes of one object and one kind, at least one, at most the {@code maxCreateBatch} of the object
     * @return one outcome for every write, in the order of the batch; one that is refused does not harm the others. If
     *     this method throws, or gives another number of outcomes, every write of the batch is in doubt
     * @throws dev.crmmigration.api.error.FatalConnectorException if the account refuses all calls (a wrong token, an
     *     unpaid account): nothing of the batch happened, and the step stops
     */
    List<WriteOutcome> write(List<Write> batch);

    /**
     * Finds out what became of attempts in doubt, all at once. Overridden only where the platform knows better than a
     * scan, such as by the status of a job.
     *
     * @param attempts the attempts of one object
     * @param claimed tells of a record at the destination that the journal already knows whose it is: it answers no
     *     other attempt
     * @return one resolution for every attempt, in order; or empty to let the engine scan
     */
    default Optional<List<Resolution>> resolve(List<Attempt> attempts, Predicate<RecordRef> claimed) {
        return Optional.empty();
    }
}

package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.testkit.reference.ReferenceAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Destinations that declare a trait that is not true. */
final class TraitDeviations {

    private TraitDeviations() {}

    static List<Deviation> all() {
        return List.of(
                Deviation.traits(
                        "D32",
                        "declares a larger batch than it takes",
                        ReferenceAccount.COMPANY,
                        traits -> new ObjectTraits(
                                5, 4, ReadBack.PAGES, traits.keyField(), true, traits.visibleAfter(), true)),
                Deviation.writer("D32", "gives outcomes in another order", TraitDeviations::backwards),
                Deviation.writer("D33", "refuses a batch for one of its writes", TraitDeviations::allOrNothing),
                Deviation.writer("D34", "takes calls of one thread and declares four", OneThread::new),
                Deviation.writer("D34", "mixes up calls of several threads", OneBuffer::new),
                readBack("declares pages of what it reads by parent", ReadBack.PAGES, ReferenceAccount.NOTE),
                readBack("declares ids of what it reads by parent", ReadBack.BY_IDS, ReferenceAccount.NOTE),
                readBack("declares parents of what it reads by ids", ReadBack.BY_PARENT, ReferenceAccount.VISIT),
                Deviation.traits(
                        "D36",
                        "declares a key field that is not there",
                        ReferenceAccount.PERSON,
                        traits -> traits.withKeyField("external_key")),
                Deviation.traits(
                        "D37",
                        "declares repeatable what it makes twice",
                        ReferenceAccount.PERSON,
                        traits -> new ObjectTraits(
                                1, 4, ReadBack.PAGES, Optional.of("nickname"), true, traits.visibleAfter(), true)),
                visibleAtOnce(ReferenceAccount.COMPANY),
                visibleAtOnce(ReferenceAccount.NOTE),
                Deviation.traits(
                        "D39",
                        "declares deletable what it keeps",
                        ReferenceAccount.VISIT,
                        traits -> new ObjectTraits(
                                1, 2, ReadBack.BY_IDS, Optional.empty(), false, traits.visibleAfter(), true)),
                Deviation.traits(
                        "D39",
                        "declares not deletable what it deletes",
                        ReferenceAccount.PERSON,
                        traits -> new ObjectTraits(
                                1, 4, ReadBack.PAGES, Optional.empty(), false, traits.visibleAfter(), false)));
    }

    private static Deviation readBack(String what, ReadBack way, ObjectType type) {
        return Deviation.traits("D35", what, type, traits -> traits.withReadBack(way));
    }

    private static Deviation visibleAtOnce(ObjectType type) {
        return Deviation.traits(
                "D38",
                "declares visible at once what its index learns later (" + type + ")",
                type,
                traits -> traits.withVisibleAfter(Duration.ZERO));
    }

    private static RecordWriter backwards(RecordWriter writer) {
        return batch -> {
            List<WriteOutcome> outcomes = new ArrayList<>(writer.write(batch));
            Collections.reverse(outcomes);
            return outcomes;
        };
    }

    private static RecordWriter allOrNothing(RecordWriter writer) {
        return batch -> {
            List<WriteOutcome> outcomes = writer.write(batch);
            return batch.size() == 1 || outcomes.stream().noneMatch(Outcomes::isRejected)
                    ? outcomes
                    : batch.stream().map(TraitDeviations::refused).toList();
        };
    }

    private static WriteOutcome refused(Write write) {
        return WriteOutcome.Rejected.of(write.effect(), "", "REFUSED", "Send it alone.");
    }

    /** Belongs to the thread that opened it. */
    private static final class OneThread implements RecordWriter {

        private final RecordWriter other;
        private final Thread owner = Thread.currentThread();

        OneThread(RecordWriter other) {
            this.other = other;
        }

        @Override
        public List<WriteOutcome> write(List<Write> batch) {
            return Thread.currentThread() == owner
                    ? other.write(batch)
                    : batch.stream().map(TraitDeviations::refused).toList();
        }
    }

    /** Sends what is in its buffer, which only the thread that opened it fills. */
    private static final class OneBuffer implements RecordWriter {

        private final RecordWriter other;
        private final Thread owner = Thread.currentThread();
        private volatile List<Write> buffer = List.of();

        OneBuffer(RecordWriter other) {
            this.other = other;
        }

        @Override
        public List<WriteOutcome> write(List<Write> batch) {
            if (Thread.currentThread() == owner) {
                buffer = batch;
            }
            return other.write(buffer);
        }
    }
}

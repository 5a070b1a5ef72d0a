package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.ObjectType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Destinations that declare a trait that is not true. */
final class TraitDeviations {

    /** How often a slow writer lets other threads go first. */
    private static final int PATIENCE = 3_000;

    private TraitDeviations() {}

    static List<Deviation> all() {
        return List.of(
                Deviation.traits(
                        "D32",
                        "declares a larger batch than it takes",
                        ReferenceSchema.COMPANY,
                        traits -> new ObjectTraits(
                                5, 4, ReadBack.PAGES, traits.keyField(), true, traits.visibleAfter(), true)),
                Deviation.writer("D32", "gives outcomes in another order", TraitDeviations::backwards),
                Deviation.writer("D33", "refuses a batch for one of its writes", TraitDeviations::allOrNothing),
                Deviation.writer("D34", "takes one call at once and declares four", OneAtOnce::new),
                Deviation.writer("D34", "mixes up calls of several threads", MixesUp::new),
                readBack("declares pages of what it reads by parent", ReadBack.PAGES, ReferenceSchema.NOTE),
                readBack("declares ids of what it reads by parent", ReadBack.BY_IDS, ReferenceSchema.NOTE),
                readBack("declares parents of what it reads by ids", ReadBack.BY_PARENT, ReferenceSchema.VISIT),
                Deviation.traits(
                        "D36",
                        "declares a key field that is not there",
                        ReferenceSchema.PERSON,
                        traits -> traits.withKeyField("external_key")),
                Deviation.traits(
                        "D37",
                        "declares repeatable what it makes twice",
                        ReferenceSchema.PERSON,
                        traits -> new ObjectTraits(
                                1, 4, ReadBack.PAGES, Optional.of("nickname"), true, traits.visibleAfter(), true)),
                visibleAtOnce(ReferenceSchema.COMPANY),
                visibleAtOnce(ReferenceSchema.NOTE),
                Deviation.traits(
                        "D39",
                        "declares deletable what it keeps",
                        ReferenceSchema.VISIT,
                        traits -> new ObjectTraits(
                                1, 2, ReadBack.BY_IDS, Optional.empty(), false, traits.visibleAfter(), true)),
                Deviation.traits(
                        "D39",
                        "declares not deletable what it deletes",
                        ReferenceSchema.PERSON,
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

    private record OneAtOnce(RecordWriter other, AtomicInteger calls) implements RecordWriter {

        OneAtOnce(RecordWriter other) {
            this(other, new AtomicInteger());
        }

        @Override
        public List<WriteOutcome> write(List<Write> batch) {
            try {
                boolean alone = calls.incrementAndGet() == 1;
                for (int i = 0; i < PATIENCE && alone; i++) {
                    Thread.yield();
                    alone = calls.get() == 1;
                }
                return alone
                        ? other.write(batch)
                        : batch.stream().map(TraitDeviations::refused).toList();
            } finally {
                calls.decrementAndGet();
            }
        }
    }

    private record MixesUp(RecordWriter other, AtomicReference<List<Write>> next) implements RecordWriter {

        MixesUp(RecordWriter other) {
            this(other, new AtomicReference<>(List.of()));
        }

        @Override
        public List<WriteOutcome> write(List<Write> batch) {
            next.set(batch);
            for (int i = 0; i < PATIENCE && next.get() == batch; i++) {
                Thread.yield();
            }
            return other.write(next.get());
        }
    }
}

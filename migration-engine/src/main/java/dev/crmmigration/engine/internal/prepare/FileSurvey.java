package dev.crmmigration.engine.internal.prepare;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.internal.draft.Hold;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.snapshot.Attachments;
import dev.crmmigration.engine.internal.snapshot.FilePiece;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Counts and weighs the files that a plan attaches, and finds those that are too large. */
final class FileSurvey {

    private final Attachments files;
    private final Catalog account;
    private final Map<ObjectType, Sums> sums = new TreeMap<>();

    FileSurvey(Attachments files, Catalog account) {
        this.files = files;
        this.account = account;
    }

    private static final class Sums {
        private long files;
        private long bytes;
        private long tooLarge;
    }

    /** Looks at one file, or a piece of one; tells why it will wait, if it will. */
    Optional<Hold> look(Effect effect, AttachmentRef file) {
        Optional<Attachments.Sent> sent = files.sent(file, effect.id().part());
        if (sent.isEmpty()) {
            return Optional.of(
                    new Hold(Hold.Reason.CONTENT, FieldMapping.CONTENT, "the source could not give the file"));
        }
        if (effect.isChange()) {
            return Optional.empty();
        }
        FilePiece piece = FilePiece.of(effect.id().part());
        long size = sent.get().size();
        OptionalLong most = most(effect.to());
        boolean doesNotFit = most.isPresent() && size > most.getAsLong();
        Sums of = sums.computeIfAbsent(effect.to(), type -> new Sums());
        of.bytes += doesNotFit ? 0 : size;
        of.files += piece.isFirst() ? 1 : 0;
        of.tooLarge += piece.isFirst() && (doesNotFit || !piece.isWhole()) ? 1 : 0;
        return doesNotFit ? Optional.of(Hold.tooLarge(size, most.getAsLong())) : Optional.empty();
    }

    /** Counts a file that is kept elsewhere, of which nothing is attached. */
    void linked(Effect effect) {
        Sums of = sums.computeIfAbsent(effect.to(), type -> new Sums());
        of.files++;
        of.tooLarge++;
    }

    private OptionalLong most(ObjectType object) {
        return account.object(object)
                .map(description -> description.traits().maxFileBytes())
                .orElse(OptionalLong.empty());
    }

    List<Plan.FileCount> counts() {
        return sums.entrySet().stream()
                .map(entry -> new Plan.FileCount(
                        entry.getKey().name(),
                        entry.getValue().files,
                        entry.getValue().bytes,
                        most(entry.getKey()).stream().boxed().findFirst(),
                        entry.getValue().tooLarge))
                .toList();
    }
}

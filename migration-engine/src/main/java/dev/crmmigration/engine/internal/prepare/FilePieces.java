package dev.crmmigration.engine.internal.prepare;

import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.engine.internal.draft.Drafter;
import dev.crmmigration.engine.internal.expression.UnmappedValueException;
import dev.crmmigration.engine.internal.plan.CompiledPlan;
import dev.crmmigration.engine.internal.plan.CompiledPlan.RecordRule;
import dev.crmmigration.engine.internal.plan.Policies;
import dev.crmmigration.engine.internal.snapshot.Attachments;
import dev.crmmigration.engine.internal.snapshot.FilePiece;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Cuts files that are too large for their destination into several effects, if the plan says so. */
final class FilePieces {

    private final CompiledPlan plan;
    private final Drafter drafter;
    private final Attachments files;

    FilePieces(CompiledPlan plan, Drafter drafter, Attachments files) {
        this.plan = plan;
        this.drafter = drafter;
        this.files = files;
    }

    /** Returns the parts of the effects that a rule owes for a record: one, unless it is a file in pieces. */
    List<String> parts(RecordRule rule, CrmRecord record) {
        String part = rule.part().part();
        OptionalLong most = plan.maxFileBytes(rule.to());
        if (most.isEmpty() || !plan.answer(Policies.LARGE_FILES).equals(Policies.SPLIT)) {
            return List.of(part);
        }
        return rule.fields().stream()
                .filter(field -> field.target().equals(FieldMapping.CONTENT))
                .findFirst()
                .flatMap(field -> file(field, record))
                .flatMap(files::size)
                .map(size -> FilePiece.parts(part, size, most.getAsLong()))
                .orElse(List.of(part));
    }

    /** A file that cannot be worked out is no reason to stop: its draft says so. */
    private Optional<AttachmentRef> file(FieldMapping field, CrmRecord record) {
        try {
            return Optional.ofNullable(drafter.value(field.value(), record))
                    .filter(AttachmentRef.class::isInstance)
                    .map(AttachmentRef.class::cast);
        } catch (UnmappedValueException | MappingFailedException e) {
            return Optional.empty();
        }
    }
}

package dev.crmmigration.engine.internal.prepare;

import dev.crmmigration.api.catalog.FileLink;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.IfMissing;
import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.draft.Draft;
import dev.crmmigration.engine.internal.draft.Draft.DraftField;
import dev.crmmigration.engine.internal.draft.Drafter;
import dev.crmmigration.engine.internal.expression.UnmappedValueException;
import dev.crmmigration.engine.internal.plan.CompiledPlan;
import dev.crmmigration.engine.internal.plan.CompiledPlan.RecordRule;
import dev.crmmigration.engine.internal.plan.Policies;
import dev.crmmigration.engine.internal.snapshot.Attachments;
import dev.crmmigration.engine.internal.snapshot.FilePiece;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Cuts files that are too large for their destination into several effects, or links to them, as the plan says. */
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
        String answer = plan.answer(Policies.LARGE_FILES);
        if (most.isEmpty() || !(answer.equals(Policies.SPLIT) || answer.equals(Policies.LINK))) {
            return List.of(part);
        }
        long size = file(rule, record).flatMap(files::size).orElse(0L);
        if (size <= most.getAsLong()) {
            return List.of(part);
        }
        return answer.equals(Policies.LINK)
                ? List.of(FilePiece.link(part))
                : FilePiece.parts(part, size, most.getAsLong());
    }

    /** Returns the object that an effect writes: of a file that is kept elsewhere the destination's links, if it has any. */
    ObjectType object(RecordRule rule, String part) {
        return link(rule, part).map(FileLink::object).orElse(rule.to());
    }

    /** Returns the draft of an effect as it was made, or with a link in place of its file. */
    Draft draft(RecordRule rule, String part, Draft whole) {
        return link(rule, part)
                .flatMap(link -> file(whole).flatMap(file -> linked(link, file, whole)))
                .orElse(whole);
    }

    private Optional<FileLink> link(RecordRule rule, String part) {
        return FilePiece.of(part).isLink() ? plan.fileLink(rule.to()) : Optional.empty();
    }

    private Optional<Draft> linked(FileLink link, AttachmentRef file, Draft whole) {
        return files.address(file).map(address -> {
            Map<String, DraftField> fields = new LinkedHashMap<>(whole.fields());
            fields.remove(FieldMapping.CONTENT);
            fields.put(link.name(), new DraftField(file.fileName(), IfMissing.HOLD));
            fields.put(link.address(), new DraftField(address, IfMissing.HOLD));
            return new Draft(whole.effect(), link.object(), fields, whole.holds(), whole.omitted());
        });
    }

    private static Optional<AttachmentRef> file(Draft draft) {
        return Optional.ofNullable(draft.fields().get(FieldMapping.CONTENT))
                .map(DraftField::value)
                .filter(AttachmentRef.class::isInstance)
                .map(AttachmentRef.class::cast);
    }

    /** Returns the file that a rule attaches for a record. */
    Optional<AttachmentRef> file(RecordRule rule, CrmRecord record) {
        return rule.fields().stream()
                .filter(field -> field.target().equals(FieldMapping.CONTENT))
                .findFirst()
                .flatMap(field -> file(field, record));
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

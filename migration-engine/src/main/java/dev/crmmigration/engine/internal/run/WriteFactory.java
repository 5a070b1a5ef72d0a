package dev.crmmigration.engine.internal.run;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.draft.Binder;
import dev.crmmigration.engine.internal.draft.Draft;
import dev.crmmigration.engine.internal.draft.Hold;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.prepare.EffectPlanner;
import dev.crmmigration.engine.internal.prepare.OwedReferences;
import dev.crmmigration.engine.internal.snapshot.Attachments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the write of an effect, the same one every time: from the snapshot, the plan and the account's keys. */
public final class WriteFactory {

    private final EffectPlanner planner;
    private final Binder binder;
    private final OwedReferences references;
    private final Attachments files;
    private final DestinationSession destination;

    public WriteFactory(
            EffectPlanner planner,
            Binder binder,
            OwedReferences references,
            Attachments files,
            DestinationSession destination) {
        this.files = files;
        this.destination = destination;
        this.planner = planner;
        this.binder = binder;
        this.references = references;
    }

    /** What an effect comes to: a write, or the reasons why it waits. */
    public sealed interface Made {

        <R> R match(Function<Ready, R> ready, Function<Waits, R> waits);

        /**
         * It can be sent.
         *
         * @param fields what the record will say, by key
         */
        record Ready(Write write, Map<String, FieldValue> fields, List<String> omitted) implements Made {
            @Override
            public <R> R match(Function<Ready, R> ready, Function<Waits, R> waits) {
                return ready.apply(this);
            }
        }

        /** It cannot be sent yet. */
        record Waits(List<Hold> holds) implements Made {
            @Override
            public <R> R match(Function<Ready, R> ready, Function<Waits, R> waits) {
                return waits.apply(this);
            }
        }
    }

    /** Makes the write of an effect. */
    public Made make(Effect effect) {
        Optional<Draft> draft = planner.draft(effect);
        if (draft.isEmpty()) {
            return new Made.Waits(
                    List.of(new Hold(Hold.Reason.FIELD, effect.id().mapping(), "the plan has no rule for it")));
        }
        Binder.Bound bound = binder.bind(draft.get(), references.of(effect));
        if (!bound.holds().isEmpty()) {
            return new Made.Waits(bound.holds());
        }
        if (bound.content().isPresent()) {
            return attach(effect, bound, bound.content().get());
        }
        return new Made.Ready(
                new Write.Create(effect.id(), effect.to(), bound.fields()), bound.fields(), bound.omitted());
    }

    private Made attach(Effect effect, Binder.Bound bound, AttachmentRef file) {
        Optional<Content> content = files.content(file);
        Optional<RecordRef> parent = bound.parent();
        if (content.isEmpty() || parent.isEmpty()) {
            String missing = content.isEmpty() ? "the source could not give the file" : "it hangs on no record";
            return new Made.Waits(List.of(new Hold(Hold.Reason.CONTENT, FieldMapping.CONTENT, missing)));
        }
        Write.Attach attach = new Write.Attach(effect.id(), parent.get(), file.fileName(), content.get());
        return new Made.Ready(attach, destination.attached(attach), bound.omitted());
    }

    /** Returns the write of an effect that can be sent. */
    public Optional<Write> write(Effect effect) {
        return make(effect).match(ready -> Optional.of(ready.write()), waits -> Optional.empty());
    }

    /** Returns what the record of an effect says, or will say, by key. */
    public Optional<Map<String, FieldValue>> fields(Effect effect) {
        return make(effect).match(ready -> Optional.of(ready.fields()), waits -> Optional.empty());
    }

    public Optional<ObjectDescription> object(ObjectType type) {
        return binder.account().object(type);
    }

    public ObjectTraits traits(ObjectType type) {
        return binder.account().object(type).map(ObjectDescription::traits).orElseGet(() -> ObjectTraits.written(1));
    }
}

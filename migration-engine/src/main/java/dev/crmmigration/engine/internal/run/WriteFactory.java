package dev.crmmigration.engine.internal.run;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.delta.Reviser;
import dev.crmmigration.engine.internal.delta.Revision;
import dev.crmmigration.engine.internal.draft.Binder;
import dev.crmmigration.engine.internal.draft.Hold;
import dev.crmmigration.engine.internal.journal.Changes;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.Prints;
import dev.crmmigration.engine.internal.prepare.EffectPlanner;
import dev.crmmigration.engine.internal.prepare.OwedReferences;
import dev.crmmigration.engine.internal.snapshot.Attachments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Makes the write of an effect, the same one every time: from the snapshot, the plan and the account's keys. */
public final class WriteFactory {

    private final EffectPlanner planner;
    private final Binder binder;
    private final OwedReferences references;
    private final Attachments files;
    private final DestinationSession destination;
    private final Reviser reviser;
    private final Changes changes;

    public WriteFactory(
            EffectPlanner planner,
            Binder binder,
            OwedReferences references,
            Attachments files,
            DestinationSession destination,
            Reviser reviser,
            Changes changes) {
        this.files = files;
        this.destination = destination;
        this.planner = planner;
        this.binder = binder;
        this.references = references;
        this.reviser = reviser;
        this.changes = changes;
    }

    /** What an effect comes to: a write, or the reasons why it waits. */
    public sealed interface Made {

        <R> R match(Function<Ready, R> ready, Function<Waits, R> waits, Function<Left, R> left);

        /**
         * It can be sent.
         *
         * @param fields what the record will say, by key
         * @param prints what will have been written of the record
         * @param revision what was decided about the fields of a record that is there already
         */
        record Ready(
                Write write,
                Map<String, FieldValue> fields,
                List<String> omitted,
                Prints prints,
                Optional<Revision> revision)
                implements Made {
            @Override
            public <R> R match(Function<Ready, R> ready, Function<Waits, R> waits, Function<Left, R> left) {
                return ready.apply(this);
            }
        }

        /** Nothing is to be written: what differs stays as people have made it. */
        record Left(Revision revision) implements Made {
            @Override
            public <R> R match(Function<Ready, R> ready, Function<Waits, R> waits, Function<Left, R> left) {
                return left.apply(this);
            }
        }

        /** It cannot be sent yet. */
        record Waits(List<Hold> holds) implements Made {
            @Override
            public <R> R match(Function<Ready, R> ready, Function<Waits, R> waits, Function<Left, R> left) {
                return waits.apply(this);
            }
        }
    }

    /** Makes the write of an effect. */
    public Made make(Effect effect) {
        Optional<Binder.Bound> bound = bind(effect);
        if (bound.isEmpty()) {
            return new Made.Waits(
                    List.of(new Hold(Hold.Reason.FIELD, effect.id().mapping(), "the plan has no rule for it")));
        }
        if (!bound.get().holds().isEmpty()) {
            return new Made.Waits(bound.get().holds());
        }
        if (bound.get().content().isPresent()) {
            return attach(effect, bound.get(), bound.get().content().get());
        }
        return effect.isChange() ? change(effect, bound.get()) : create(effect, bound.get());
    }

    private Optional<Binder.Bound> bind(Effect effect) {
        return planner.draft(effect).map(draft -> binder.bind(draft, references.of(effect)));
    }

    private Made create(Effect effect, Binder.Bound bound) {
        return new Made.Ready(
                new Write.Create(effect.id(), effect.to(), bound.fields()),
                bound.fields(),
                bound.omitted(),
                reviser.prints(described(effect), bound.fields()),
                Optional.empty());
    }

    private Made change(Effect effect, Binder.Bound bound) {
        Optional<Changes.Before> before = changes.before(effect);
        if (before.filter(Changes.Before::isMissing).isPresent()) {
            return new Made.Waits(List.of(new Hold(
                    Hold.Reason.GONE, effect.to().name(), "somebody has taken the record away at the destination")));
        }
        Revision revision = reviser.revise(described(effect), effect, bound.fields(), before);
        if (revision.patch().isEmpty()) {
            return new Made.Left(revision);
        }
        return new Made.Ready(
                new Write.Update(effect.id(), effect.ref().orElseThrow(), revision.patch()),
                bound.fields(),
                bound.omitted(),
                revision.after(),
                Optional.of(revision));
    }

    private Made attach(Effect effect, Binder.Bound bound, AttachmentRef file) {
        Optional<Attachments.Sent> content = files.sent(file, effect.id().part());
        Optional<RecordRef> parent = bound.parent();
        if (content.isEmpty() || parent.isEmpty()) {
            String missing = content.isEmpty() ? "the source could not give the file" : "it hangs on no record";
            return new Made.Waits(List.of(new Hold(Hold.Reason.CONTENT, FieldMapping.CONTENT, missing)));
        }
        if (effect.isChange()) {
            return new Made.Waits(List.of(new Hold(
                    Hold.Reason.CONTENT,
                    FieldMapping.CONTENT,
                    "the source has changed the file, and a file that is there cannot be changed")));
        }
        OptionalLong most = traits(effect.to()).maxFileBytes();
        if (most.isPresent() && content.get().size() > most.getAsLong()) {
            return new Made.Waits(List.of(Hold.tooLarge(content.get().size(), most.getAsLong())));
        }
        Write.Attach attach = new Write.Attach(
                effect.id(), parent.get(), content.get().name(), content.get().content());
        Map<String, FieldValue> fields = destination.attached(attach);
        return new Made.Ready(attach, fields, bound.omitted(), prints(effect, fields, file), Optional.empty());
    }

    private Prints prints(Effect effect, Map<String, FieldValue> fields, AttachmentRef file) {
        Map<String, FieldValue> content =
                Map.of(FieldMapping.CONTENT, FieldValue.of(files.hash(file).orElse("")));
        Prints mark = Prints.of(content);
        return reviser.prints(described(effect), fields).with(FieldMapping.CONTENT, mark, mark);
    }

    /** Tells whether the source says something else of a record that is there than what was last written of it. */
    public boolean isChanged(Effect effect) {
        Optional<Binder.Bound> bound = bind(effect);
        if (bound.isEmpty() || !bound.get().holds().isEmpty()) {
            return bound.isPresent();
        }
        Optional<AttachmentRef> file = bound.get().content();
        if (file.isPresent()) {
            Prints mark = Prints.of(Map.of(
                    FieldMapping.CONTENT, FieldValue.of(files.hash(file.get()).orElse(""))));
            return !mark.isSameSent(FieldMapping.CONTENT, effect.prints());
        }
        return reviser.differs(described(effect), effect, bound.get().fields());
    }

    /** Returns the labels of the fields in which the source differs from what was last written; empty if that cannot be said now. */
    public Optional<Set<String>> differing(Effect effect) {
        return bind(effect)
                .filter(bound -> bound.holds().isEmpty() && bound.content().isEmpty())
                .map(bound -> reviser.differing(described(effect), effect, bound.fields()));
    }

    private ObjectDescription described(Effect effect) {
        return object(effect.to()).orElseThrow();
    }

    /** Returns what the record of an effect says, or will say, by key; empty if that cannot be said now. */
    public Optional<Map<String, FieldValue>> fields(Effect effect) {
        Optional<Binder.Bound> bound =
                bind(effect).filter(sheet -> sheet.holds().isEmpty());
        if (bound.isEmpty() || bound.get().content().isEmpty()) {
            return bound.map(Binder.Bound::fields);
        }
        AttachmentRef file = bound.get().content().get();
        return files.sent(file, effect.id().part())
                .flatMap(sent -> bound.get()
                        .parent()
                        .map(parent -> destination.attached(
                                new Write.Attach(effect.id(), parent, sent.name(), sent.content()))));
    }

    public Optional<ObjectDescription> object(ObjectType type) {
        return binder.account().object(type);
    }

    public ObjectTraits traits(ObjectType type) {
        return binder.account().object(type).map(ObjectDescription::traits).orElseGet(() -> ObjectTraits.written(1));
    }
}

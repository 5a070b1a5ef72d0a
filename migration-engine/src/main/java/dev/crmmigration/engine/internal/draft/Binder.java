package dev.crmmigration.engine.internal.draft;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.IfMissing;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.LinkedText;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.record.UserLink;
import dev.crmmigration.engine.internal.draft.Draft.DraftField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Binds drafts to the keys of one account: fields, options, users, references. Nothing is sent here. */
public final class Binder {

    private final Catalog account;
    private final Owners owners;
    private final Function<RecordRef, Optional<String>> address;

    /** @param address gives the address at which people see a record, if there is one */
    public Binder(Catalog account, Owners owners, Function<RecordRef, Optional<String>> address) {
        this.account = account;
        this.owners = owners;
        this.address = address;
    }

    /**
     * What a draft is in the account.
     *
     * @param fields by key
     * @param content the file that the record is, if it is one
     * @param holds why it cannot be written yet
     * @param omitted targets that were left out because something in them is missing
     */
    public record Bound(
            Map<String, FieldValue> fields, Optional<AttachmentRef> content, List<Hold> holds, List<String> omitted) {

        /** Returns the record that a file hangs on: a file says nothing else. */
        public Optional<RecordRef> parent() {
            return fields.values().stream()
                    .flatMap(value -> value.value().stream())
                    .filter(RecordRef.class::isInstance)
                    .map(RecordRef.class::cast)
                    .findFirst();
        }
    }

    public Catalog account() {
        return account;
    }

    /** Binds a draft; its own holds and omissions are taken over. */
    public Bound bind(Draft draft, References references) {
        Sheet sheet = new Sheet(references, draft);
        ObjectDescription object = account.object(draft.to()).orElse(null);
        if (object == null) {
            sheet.holds.add(new Hold(Hold.Reason.OBJECT, draft.to().name(), ""));
            return sheet.bound();
        }
        Map<String, DraftField> fields = new LinkedHashMap<>(draft.fields());
        Optional.ofNullable(fields.remove(FieldMapping.CONTENT)).ifPresent(sheet::content);
        fields.forEach((target, field) -> object.named(target)
                .ifPresentOrElse(
                        description -> sheet.put(description, target, field),
                        () -> sheet.holds.add(
                                new Hold(Hold.Reason.FIELD, target, draft.to().name()))));
        sheet.checkFile();
        return sheet.bound();
    }

    /** One draft being bound. */
    private final class Sheet {
        private final References references;
        private final Map<String, FieldValue> fields = new LinkedHashMap<>();
        private Optional<AttachmentRef> content = Optional.empty();
        private final List<Hold> holds;
        private final List<String> omitted;

        private Sheet(References references, Draft draft) {
            this.references = references;
            this.holds = new ArrayList<>(draft.holds());
            this.omitted = new ArrayList<>(draft.omitted());
        }

        private Bound bound() {
            return new Bound(fields, content, List.copyOf(holds), List.copyOf(omitted));
        }

        private void content(DraftField draft) {
            if (draft.value() instanceof AttachmentRef file) {
                content = Optional.of(file);
            } else {
                holds.add(new Hold(Hold.Reason.CONTENT, FieldMapping.CONTENT, "the mapping gives no file"));
            }
        }

        /** A file hangs on one record and carries nothing else: what more a mapping sets would be lost without a word. */
        private void checkFile() {
            boolean isLost =
                    fields.values().stream().anyMatch(value -> !(value.value().orElse("") instanceof RecordRef));
            if (content.isPresent() && (isLost || fields.size() > 1)) {
                holds.add(new Hold(
                        Hold.Reason.CONTENT,
                        FieldMapping.CONTENT,
                        "a file takes one reference and nothing else, but the mapping sets " + fields.keySet()));
            }
        }

        private void put(FieldDescription field, String target, DraftField draft) {
            int before = holds.size();
            Optional<Object> value = value(field, target, draft.value());
            List<Hold> missing = List.copyOf(holds.subList(before, holds.size()));
            if (!missing.isEmpty()
                    && draft.ifMissing() == IfMissing.OMIT
                    && missing.stream().noneMatch(this::waits)) {
                holds.subList(before, holds.size()).clear();
                omitted.add(target);
            }
            if (holds.size() == before) {
                value.ifPresent(bound -> fields.put(field.key(), FieldValue.of(bound)));
            }
        }

        /** A reference that is owed but not there yet is worth waiting for, also if it could be left out. */
        private boolean waits(Hold hold) {
            return hold.reason() == Hold.Reason.BLOCKED;
        }

        private Optional<Object> value(FieldDescription field, String target, Object value) {
            if (field.type() == FieldType.CHOICE) {
                return option(field, target, String.valueOf(value)).map(key -> key);
            }
            if (field.type() == FieldType.CHOICES) {
                List<String> keys = new ArrayList<>();
                items(value)
                        .forEach(label ->
                                option(field, target, String.valueOf(label)).ifPresent(keys::add));
                return keys.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(keys));
            }
            if (field.type() == FieldType.PARTICIPANTS) {
                return participants(target, items(value));
            }
            if (value instanceof Link link) {
                return reference(target, link).map(ref -> ref);
            }
            if (value instanceof UserLink user) {
                return user(target, user).map(key -> key);
            }
            return Optional.of(value instanceof LinkedText text ? linked(target, text) : value);
        }

        /** What words lead to has to be there before; what the plan does not make is no reason to wait. */
        private String linked(String target, LinkedText text) {
            String html = text.html();
            for (Map.Entry<String, Link> word : text.words().entrySet()) {
                Optional<String> place = references
                        .find(word.getValue())
                        .match(
                                known -> address.apply(known.ref()),
                                owed -> held(new Hold(
                                        Hold.Reason.BLOCKED,
                                        target,
                                        word.getValue().mapping())),
                                later -> Optional.empty(),
                                nothing -> Optional.empty());
                html = place.isPresent()
                        ? html.replace(word.getKey(), "<a href=\"" + place.get() + "\">" + word.getKey() + "</a>")
                        : html;
            }
            return html;
        }

        private Optional<String> option(FieldDescription field, String target, String label) {
            Optional<String> key = field.option(label).map(option -> option.key());
            if (key.isEmpty()) {
                holds.add(new Hold(Hold.Reason.OPTION, target, label));
            }
            return key;
        }

        private Optional<Object> participants(String target, List<?> links) {
            List<Participant> participants = new ArrayList<>();
            for (Object link : links) {
                reference(target, (Link) link)
                        .filter(ref -> participants.stream()
                                .noneMatch(known -> known.record().equals(ref)))
                        .ifPresent(ref -> participants.add(new Participant(ref, participants.isEmpty())));
            }
            return participants.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(participants));
        }

        private Optional<RecordRef> reference(String target, Link link) {
            return references
                    .find(link)
                    .match(
                            known -> Optional.of(known.ref()),
                            owed -> held(new Hold(Hold.Reason.BLOCKED, target, link.mapping())),
                            later -> Optional.empty(),
                            nothing -> held(new Hold(Hold.Reason.REFERENCE, target, link.mapping())));
        }

        private Optional<String> user(String target, UserLink user) {
            Optional<String> key = owners.userKey(user.email());
            return key.isPresent() ? key : held(new Hold(Hold.Reason.OWNER, target, Owners.normal(user.email())));
        }

        private <T> Optional<T> held(Hold hold) {
            holds.add(hold);
            return Optional.empty();
        }
    }

    private static List<?> items(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }
}

package dev.crmmigration.engine.internal.profile;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.linkage.Hash64;
import dev.crmmigration.engine.internal.profile.LinkFields.LinkField;
import dev.crmmigration.engine.internal.snapshot.Snapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The contacts that have bounced, unsubscribed or gone stale, and that no other record names: whoever pays by contacts may do
 * without them, and nothing is orphaned. Kept as hashes, eight bytes each.
 */
public final class StaleContacts {

    private final Set<ObjectType> objects = new TreeSet<>();
    private final Set<Long> contacts = new HashSet<>();
    /** By what records of other objects may name them. */
    private final Map<Long, Long> names = new HashMap<>();

    private StaleContacts() {}

    /** Returns a list without anybody on it. */
    public static StaleContacts none() {
        return new StaleContacts();
    }

    public static StaleContacts of(Snapshot snapshot) {
        StaleContacts found = new StaleContacts();
        List<LinkField> links = LinkFields.of(snapshot.catalog());
        snapshot.catalog().objects().forEach(object -> found.collect(object, snapshot, links));
        if (!found.contacts.isEmpty()) {
            links.forEach(link -> found.spare(link, snapshot));
        }
        found.names.clear();
        return found;
    }

    private void collect(ObjectDescription object, Snapshot snapshot, List<LinkField> links) {
        Standings standings = Standings.of(object, snapshot);
        if (standings.isEmpty()) {
            return;
        }
        List<LinkFields.Target> targets = links.stream()
                .map(LinkField::target)
                .filter(target -> target.type().equals(object.type()))
                .distinct()
                .toList();
        snapshot.forEach(object.type(), record -> {
            if (standings.says(record)) {
                long contact = hash(record.ref());
                contacts.add(contact);
                objects.add(object.type());
                targets.forEach(target -> names.put(name(target, target.text(record)), contact));
            }
        });
    }

    /** What another record names is needed. */
    private void spare(LinkField link, Snapshot snapshot) {
        ObjectType object = link.object();
        snapshot.forEach(
                object,
                record -> record.value(link.field()).map(link.target()::ids).orElse(List.of()).stream()
                        .map(id -> names.get(name(link.target(), id)))
                        .filter(Objects::nonNull)
                        .forEach(contacts::remove));
    }

    private static long name(LinkFields.Target target, String id) {
        return Hash64.of(target.space() + id.strip().toLowerCase(Locale.ROOT));
    }

    private static long hash(RecordRef ref) {
        return Hash64.of(ref.type() + "/" + ref.id());
    }

    /** Takes a contact out of the list. */
    public void spare(RecordRef contact) {
        contacts.remove(hash(contact));
    }

    public boolean contains(CrmRecord record) {
        return !contacts.isEmpty() && contacts.contains(hash(record.ref()));
    }

    /** Returns the objects that they are records of. */
    public Set<ObjectType> objects() {
        return objects;
    }

    public long count() {
        return contacts.size();
    }
}

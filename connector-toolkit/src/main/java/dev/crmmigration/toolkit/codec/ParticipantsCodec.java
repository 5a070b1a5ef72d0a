package dev.crmmigration.toolkit.codec;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records that take part in another one, one of which is primary: the first, if none is said to be. */
public final class ParticipantsCodec implements Codec {

    private static final Comparator<Participant> ORDER = Comparator.comparing(Participant::primary)
            .reversed()
            .thenComparing(participant -> participant.record().id());

    private final ObjectType type;
    private final String id;
    private final String primary;

    /**
     * @param type the object that takes part
     * @param id the name of the member that holds the id of one
     * @param primary the name of the member that marks the primary one
     */
    public ParticipantsCodec(String type, String id, String primary) {
        this.type = ObjectType.of(type);
        this.id = id;
        this.primary = primary;
    }

    @Override
    public Object cleared() {
        return List.of();
    }

    @Override
    public Object encode(FieldDescription field, Object value) {
        return withOnePrimary(participants(value)).stream()
                .map(participant -> Map.of(id, Ids.number(participant.record().id()), primary, participant.primary()))
                .toList();
    }

    private List<Participant> participants(Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(this::isOfType)) {
            return list.stream().map(Participant.class::cast).toList();
        }
        throw UnfitValueException.wrongType(value, "a list of participants of type " + type);
    }

    private boolean isOfType(Object item) {
        return item instanceof Participant participant
                && participant.record().type().equals(type);
    }

    private static List<Participant> withOnePrimary(List<Participant> participants) {
        int first = 0;
        for (int i = participants.size() - 1; i >= 0; i--) {
            first = participants.get(i).primary() ? i : first;
        }
        List<Participant> result = new ArrayList<>();
        for (int i = 0; i < participants.size(); i++) {
            result.add(new Participant(participants.get(i).record(), i == first));
        }
        return result;
    }

    @Override
    public @Nullable Object decode(Object json) {
        if (!(json instanceof List<?> list)) {
            return null;
        }
        List<Participant> participants = new ArrayList<>();
        list.forEach(item -> JsonObject.of(item)
                .ifPresent(object -> object.id(id)
                        .ifPresent(found ->
                                participants.add(new Participant(new RecordRef(type, found), object.isSet(primary))))));
        return participants.isEmpty() ? null : sorted(participants);
    }

    private static List<Participant> sorted(List<Participant> participants) {
        return participants.stream().sorted(ORDER).toList();
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        return Stored.as(sorted(withOnePrimary(participants(value))));
    }
}

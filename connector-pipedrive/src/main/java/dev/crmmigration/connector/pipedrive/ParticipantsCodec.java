package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The persons of an activity, one of whom is primary: the first, if none is said to be. */
final class ParticipantsCodec implements Codec {

    private static final Comparator<Participant> ORDER = Comparator.comparing(Participant::primary)
            .reversed()
            .thenComparing(participant -> participant.record().id());

    @Override
    public Object cleared() {
        return List.of();
    }

    @Override
    public Object encode(FieldDescription field, Object value) {
        return withOnePrimary(participants(value)).stream()
                .map(participant ->
                        Map.of("person_id", Ids.number(participant.record().id()), "primary", participant.primary()))
                .toList();
    }

    private static List<Participant> participants(Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(ParticipantsCodec::isPerson)) {
            return list.stream().map(Participant.class::cast).toList();
        }
        throw UnfitValueException.wrongType(value, "a list of participants that are persons");
    }

    private static boolean isPerson(Object item) {
        return item instanceof Participant participant
                && participant.record().type().name().equals("person");
    }

    private static List<Participant> withOnePrimary(List<Participant> participants) {
        int primary = 0;
        for (int i = participants.size() - 1; i >= 0; i--) {
            primary = participants.get(i).primary() ? i : primary;
        }
        List<Participant> result = new ArrayList<>();
        for (int i = 0; i < participants.size(); i++) {
            result.add(new Participant(participants.get(i).record(), i == primary));
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
                .ifPresent(object -> object.id("person_id")
                        .ifPresent(id -> participants.add(
                                new Participant(RecordRef.of("person", id), object.isSet("primary"))))));
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

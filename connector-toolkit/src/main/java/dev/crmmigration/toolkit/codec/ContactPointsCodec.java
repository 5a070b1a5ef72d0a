package dev.crmmigration.toolkit.codec;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses or phone numbers of a person. One without a label is {@code work}, and the first is primary if none is
 * said to be, as platforms do by themselves. Their order, apart from the primary one, means nothing.
 */
public final class ContactPointsCodec implements Codec {

    private static final String DEFAULT_LABEL = "work";
    private static final Comparator<ContactPoint> ORDER = Comparator.comparing(ContactPoint::primary)
            .reversed()
            .thenComparing(ContactPoint::value)
            .thenComparing(ContactPoint::label);

    private final String primary;

    /** @param primary the name of the member that marks the primary one */
    public ContactPointsCodec(String primary) {
        this.primary = primary;
    }

    @Override
    public Object cleared() {
        return List.of();
    }

    @Override
    public Object encode(FieldDescription field, Object value) {
        return completed(points(value)).stream()
                .map(point -> Map.of("value", point.value(), "label", point.label(), primary, point.primary()))
                .toList();
    }

    private static List<ContactPoint> points(Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(ContactPoint.class::isInstance)) {
            return list.stream().map(ContactPoint.class::cast).toList();
        }
        throw UnfitValueException.wrongType(value, "a list of contact points");
    }

    private static List<ContactPoint> completed(List<ContactPoint> points) {
        int first = 0;
        for (int i = points.size() - 1; i >= 0; i--) {
            first = points.get(i).primary() ? i : first;
        }
        List<ContactPoint> result = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            result.add(completed(points.get(i), i == first));
        }
        return result;
    }

    private static ContactPoint completed(ContactPoint point, boolean primary) {
        String label = point.label().isBlank() ? DEFAULT_LABEL : point.label().strip();
        return new ContactPoint(point.value().strip(), label, primary);
    }

    @Override
    public @Nullable Object decode(Object json) {
        if (!(json instanceof List<?> list)) {
            return null;
        }
        List<ContactPoint> points = new ArrayList<>();
        list.forEach(item -> JsonObject.of(item)
                .ifPresent(object -> object.text("value")
                        .filter(text -> !text.isBlank())
                        .ifPresent(text -> points.add(
                                new ContactPoint(text, object.text("label").orElse(""), object.isSet(primary))))));
        return points.isEmpty() ? null : List.copyOf(points);
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        return Stored.as(completed(points(value)).stream().sorted(ORDER).toList());
    }
}

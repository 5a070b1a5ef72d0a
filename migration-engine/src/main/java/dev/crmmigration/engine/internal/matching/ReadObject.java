package dev.crmmigration.engine.internal.matching;

import dev.crmmigration.engine.internal.matching.PairScorer.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The fields of an object with what they stand for. */
final class ReadObject {

    private static final String ADDRESS = "address";
    private static final String JOB_TITLE = "job_title";
    private static final String SALUTATION = "salutation";

    private final Lexicon lexicon;
    private final Kind kind;
    private final List<Read> fields;

    ReadObject(Lexicon lexicon, ObjectFacts object) {
        this.lexicon = lexicon;
        this.kind = object.kind();
        Reader reader = new Reader(lexicon, object);
        List<Read> read = object.fields().stream()
                .filter(field -> field.type() != ValueType.ID)
                .map(field -> new Read(field, reader.read(field)))
                .toList();
        Set<Set<String>> addresses =
                new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
        read.stream()
                .flatMap(field -> field.readings().stream())
                .filter(this::isAddress)
                .forEach(reading -> addresses.add(new TreeSet<>(reading.roles())));
        boolean one = addresses.size() == 1;
        this.fields = titles(one ? read.stream().map(this::withoutRoles).toList() : read);
    }

    /** Beside a job title, and where nothing else says how to address a person, the title is what goes before the name. */
    private static List<Read> titles(List<Read> fields) {
        boolean named =
                fields.stream().anyMatch(field -> field.label().concept().equals(JOB_TITLE) && !isBareTitle(field));
        boolean addressed =
                fields.stream().anyMatch(field -> field.label().concept().equals(SALUTATION));
        if (!named || addressed) {
            return fields;
        }
        return fields.stream()
                .map(field -> isBareTitle(field) ? new Read(field.field(), List.of(salutation(field.label()))) : field)
                .toList();
    }

    private static boolean isBareTitle(Read field) {
        return field.readings().stream()
                .allMatch(reading ->
                        reading.concept().equals(JOB_TITLE) && reading.phrase().equals("title"));
    }

    private static Reading salutation(Reading title) {
        return new Reading(SALUTATION, title.roles(), title.rest(), title.whole(), title.tokens());
    }

    private boolean isAddress(Reading reading) {
        return lexicon.family(reading.concept()).filter(ADDRESS::equals).isPresent();
    }

    /** Where there is only one address, it does not matter what it is called. */
    private Read withoutRoles(Read field) {
        List<Reading> readings = new ArrayList<>();
        for (Reading reading : field.readings()) {
            readings.add(
                    isAddress(reading)
                            ? new Reading(
                                    reading.concept(), Set.of(), reading.rest(), reading.whole(), reading.tokens())
                            : reading);
        }
        return new Read(field.field(), readings);
    }

    Kind kind() {
        return kind;
    }

    List<Read> fields() {
        return fields;
    }

    /** Returns the concept of a field, as its label says, else as its name says; empty text if neither does. */
    String concept(int field) {
        List<Reading> readings = fields.get(field).readings();
        for (int i = readings.size() - 1; i >= 0; i--) {
            if (readings.get(i).isUnderstood()) {
                return readings.get(i).concept();
            }
        }
        return "";
    }

    /** Returns the roles that tell a field apart from others of its concept. */
    Set<String> roles(int field) {
        Set<String> roles = new TreeSet<>();
        fields.get(field).readings().forEach(reading -> roles.addAll(reading.roles()));
        return roles;
    }

    /** Returns the slots of its family that a field is. */
    Set<String> slots(int field) {
        return Slots.of(lexicon, family(field), roles(field));
    }

    String family(int field) {
        return lexicon.family(concept(field)).orElse("");
    }

    /** Tells whether the parts of a field stand beside it as fields of their own. */
    boolean hasParts(int field) {
        FieldFacts whole = fields.get(field).field();
        if (whole.type() == ValueType.FULL_NAME || concept(field).equals("full_name")) {
            return any("first_name") && any("last_name");
        }
        if (whole.type() != ValueType.ADDRESS) {
            return false;
        }
        return fields.stream()
                .map(Read::field)
                .anyMatch(part -> !part.equals(whole)
                        && part.name().length() > whole.name().length()
                        && part.name().startsWith(whole.name()));
    }

    boolean any(String concept) {
        for (int i = 0; i < fields.size(); i++) {
            if (concept(i).equals(concept)) {
                return true;
            }
        }
        return false;
    }
}

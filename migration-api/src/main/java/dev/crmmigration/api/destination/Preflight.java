package dev.crmmigration.api.destination;

import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a destination finds out about an account before anything is written: whether the token may do what it will have
 * to, and what a person should know.
 *
 * @param findings what was found, in the order in which people should read it
 * @param probe a record that may be created, looked for and deleted at once, to see that the token sees what it writes
 */
public record Preflight(List<Finding> findings, Optional<Probe> probe) {

    /** Found nothing and needs nothing. */
    public static final Preflight NONE = new Preflight(List.of(), Optional.empty());

    public Preflight {
        findings = List.copyOf(findings);
    }

    /** Returns the findings that stand in the way of a migration. */
    public List<Finding> blockers() {
        return findings.stream()
                .filter(finding -> finding.level() == Level.BLOCKER)
                .toList();
    }

    /** What a finding means for the migration. */
    public enum Level {
        /** It is as it should be. */
        OK,
        /** A person should know it. */
        NOTE,
        /** Nothing may be written before it is mended. */
        BLOCKER
    }

    /**
     * One thing that was found.
     *
     * @param code a short name that stays the same, such as {@code ADMIN}
     * @param message what it is and, unless all is well, what to do; holds no personal value
     */
    public record Finding(Level level, String code, String message) {

        public static Finding ok(String code, String message) {
            return new Finding(Level.OK, code, message);
        }

        public static Finding note(String code, String message) {
            return new Finding(Level.NOTE, code, message);
        }

        public static Finding blocker(String code, String message) {
            return new Finding(Level.BLOCKER, code, message);
        }
    }

    /**
     * The record that is tried.
     *
     * @param type its object
     * @param fields its fields, invented and named so that a person who finds it knows what it is
     */
    public record Probe(ObjectType type, Map<String, FieldValue> fields) {

        public Probe {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}

package dev.crmmigration.engine.internal.expression;

import dev.crmmigration.api.error.MigrationException;

/** A value map has no entry for a value: the record is held, or a person is asked. The message leaves the value out. */
public final class UnmappedValueException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final String map;
    private final String value;

    public UnmappedValueException(String map, String value) {
        super("value map '" + map + "' has no entry for a value of the record. Add one to the plan", null);
        this.map = map;
        this.value = value;
    }

    public String map() {
        return map;
    }

    /** Returns the value as the record has it; it may be personal data. */
    public String value() {
        return value;
    }
}

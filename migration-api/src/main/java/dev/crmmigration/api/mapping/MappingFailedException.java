package dev.crmmigration.api.mapping;

import dev.crmmigration.api.error.MigrationException;

/** A value of a record cannot be mapped; the record is held with this reason. The message never holds the value. */
public final class MappingFailedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    public MappingFailedException(String problem) {
        super(problem, null);
    }
}

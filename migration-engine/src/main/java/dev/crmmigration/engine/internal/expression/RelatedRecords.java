package dev.crmmigration.engine.internal.expression;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.record.CrmRecord;
import java.util.List;

/** Finds the other records that an expression speaks of. */
public interface RelatedRecords {

    /**
     * Returns all records of the related object for which its {@code on} gives {@code key} as text, in any order. The
     * other parts of {@code related} are left to the caller.
     *
     * @param key never blank
     */
    List<CrmRecord> find(Expression.Related related, String key);
}

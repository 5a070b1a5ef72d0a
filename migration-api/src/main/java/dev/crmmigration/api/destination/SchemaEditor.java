package dev.crmmigration.api.destination;

import dev.crmmigration.api.catalog.SchemaElement;
import java.util.Set;

/** Makes the account ready for the records, and takes that back. Used by one thread. */
public interface SchemaEditor {

    /** Changes nothing, and asks a person for everything. */
    SchemaEditor NONE = new SchemaEditor() {
        @Override
        public Set<String> keys() {
            return Set.of();
        }

        @Override
        public SchemaOutcome ensure(SchemaElement element, Set<String> keysBefore) {
            return new SchemaOutcome.ForAPerson(
                    "this platform lets nobody change its schema by API: make it by hand, then plan again");
        }

        @Override
        public SchemaOutcome remove(SchemaReceipt receipt) {
            return new SchemaOutcome.Kept("this platform lets nobody change its schema by API");
        }
    };

    /**
     * Returns a key for every element that the account has now: opaque, the same for one element at every call.
     *
     * <p>The engine stores them before its first change, so that after a crash "made by us" and "was there" are told
     * apart.
     */
    Set<String> keys();

    /**
     * Makes sure that an element is there: finds it by object, kind, name and type, else creates it. May be repeated.
     *
     * @param element what must be there; what it belongs to was ensured before it
     * @param keysBefore what {@link #keys} gave before the first change of this migration: an element whose key is not
     *     among them is ours, also if an earlier, interrupted call made it
     * @throws dev.crmmigration.api.error.ConnectorException if the call failed
     */
    SchemaOutcome ensure(SchemaElement element, Set<String> keysBefore);

    /**
     * Takes away an element that this migration made. May be repeated.
     *
     * @throws dev.crmmigration.api.error.ConnectorException if the call failed
     */
    SchemaOutcome remove(SchemaReceipt receipt);
}

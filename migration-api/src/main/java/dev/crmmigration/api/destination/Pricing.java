package dev.crmmigration.api.destination;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Optional;

/** What calls cost and what the account may spend. Pure; the same table that the calls themselves are charged by. */
public interface Pricing {

    /** Costs nothing, allows everything. */
    Pricing FREE = new Pricing() {
        @Override
        public List<Allowance> allowances() {
            return List.of();
        }

        @Override
        public List<Cost> write(ObjectType type, Action action, int records) {
            return List.of();
        }

        @Override
        public List<Cost> read(ScanRequest request, long records) {
            return List.of();
        }
    };

    /** What a write does. */
    enum Action {
        CREATE,
        UPDATE,
        ATTACH,
        DELETE
    }

    /** What a session does besides writing and reading records. */
    enum Chore {
        /** {@link DestinationSession#catalog}. */
        CATALOG,
        /** {@link DestinationSession#preflight}. */
        PREFLIGHT,
        /** {@link SchemaEditor#keys}. */
        SCHEMA_KEYS
    }

    List<Allowance> allowances();

    /** Returns the cost of one call that writes so many records. */
    List<Cost> write(ObjectType type, Action action, int records);

    /**
     * Says how so many records of an object are created where that is a decision, such as one of a setting, and what another
     * decision would come to; for a person who reads the plan. Empty if nothing can be decided.
     */
    default Optional<String> way(ObjectType type, long records) {
        return Optional.empty();
    }

    /** Returns the cost of a whole scan that finds so many records. */
    List<Cost> read(ScanRequest request, long records);

    /** Returns the cost of opening the account, which every step does before it asks for the catalog. */
    default List<Cost> opening() {
        return List.of();
    }

    /** Returns the cost of creating, finding and deleting the record that {@link Preflight.Probe} asks for, if it does. */
    default List<Cost> probing() {
        return List.of();
    }

    /** Returns the cost of a chore, done once. */
    default List<Cost> chore(Chore chore) {
        return List.of();
    }

    /** Returns the cost of making an element of the schema that the account lacks. */
    default List<Cost> schema(SchemaElement element) {
        return List.of();
    }
}

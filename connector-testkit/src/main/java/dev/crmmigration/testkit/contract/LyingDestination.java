package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Preflight;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A destination whose catalog says something else than it does: with it a connector's author shows that {@link
 * DestinationContract} would find a false trait out. It does as the real one for everything else; only its preflight makes
 * no probe, because what the probe needs may be a lie.
 */
public final class LyingDestination implements Destination {

    private final Destination honest;
    private final UnaryOperator<Catalog> lie;

    /** @param lie what becomes of the catalog */
    public LyingDestination(Destination honest, UnaryOperator<Catalog> lie) {
        this.honest = honest;
        this.lie = lie;
    }

    @Override
    public String platform() {
        return honest.platform();
    }

    @Override
    public List<Setting> settings() {
        return honest.settings();
    }

    @Override
    public DestinationSession open(Settings settings, ConnectorContext context) {
        return new LyingSession(honest.open(settings, context), lie);
    }

    private record LyingSession(DestinationSession honest, UnaryOperator<Catalog> lie) implements DestinationSession {

        @Override
        public Catalog catalog() {
            return lie.apply(honest.catalog());
        }

        @Override
        public Preflight preflight() {
            return new Preflight(honest.preflight().findings(), Optional.empty());
        }

        @Override
        public RecordWriter writer() {
            return honest.writer();
        }

        @Override
        public RecordReader reader() {
            return honest.reader();
        }

        @Override
        public SchemaEditor schema() {
            return honest.schema();
        }

        @Override
        public Pricing pricing() {
            return honest.pricing();
        }

        @Override
        public Stored canonical(ObjectType type, FieldDescription field, Object value) {
            return honest.canonical(type, field, value);
        }

        @Override
        public void close() {
            honest.close();
        }

        @Override
        public String toString() {
            return "LyingSession";
        }
    }
}

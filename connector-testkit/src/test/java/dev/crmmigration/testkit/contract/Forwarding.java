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
import java.util.function.UnaryOperator;

/** Does what others do, so that a deviation says only what it does otherwise. */
final class Forwarding {

    private Forwarding() {}

    /** A destination whose sessions are changed. */
    static UnaryOperator<Destination> sessions(UnaryOperator<DestinationSession> change) {
        return whole -> new ToDestination(whole) {
            @Override
            public DestinationSession open(Settings settings, ConnectorContext context) {
                return change.apply(super.open(settings, context));
            }
        };
    }

    static class ToDestination implements Destination {

        private final Destination other;

        ToDestination(Destination other) {
            this.other = other;
        }

        @Override
        public String platform() {
            return other.platform();
        }

        @Override
        public List<Setting> settings() {
            return other.settings();
        }

        @Override
        public DestinationSession open(Settings settings, ConnectorContext context) {
            return other.open(settings, context);
        }
    }

    static class ToSession implements DestinationSession {

        final DestinationSession other;

        ToSession(DestinationSession other) {
            this.other = other;
        }

        @Override
        public Catalog catalog() {
            return other.catalog();
        }

        @Override
        public Preflight preflight() {
            return other.preflight();
        }

        @Override
        public RecordWriter writer() {
            return other.writer();
        }

        @Override
        public RecordReader reader() {
            return other.reader();
        }

        @Override
        public SchemaEditor schema() {
            return other.schema();
        }

        @Override
        public Pricing pricing() {
            return other.pricing();
        }

        @Override
        public Stored canonical(ObjectType type, FieldDescription field, Object value) {
            return other.canonical(type, field, value);
        }

        @Override
        public void close() {
            other.close();
        }
    }
}

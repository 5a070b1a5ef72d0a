package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.api.source.SourceSession;
import java.util.List;
import java.util.Optional;

/** Does what others do, so that a deviation says only what it does otherwise. */
final class SourceForwarding {

    private SourceForwarding() {}

    static class ToSource implements Source {

        private final Source other;

        ToSource(Source other) {
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
        public SourceSession open(Settings settings, ConnectorContext context) {
            return other.open(settings, context);
        }
    }

    static class ToSession implements SourceSession {

        private final SourceSession other;

        ToSession(SourceSession other) {
            this.other = other;
        }

        @Override
        public Catalog catalog() {
            return other.catalog();
        }

        @Override
        public RecordCursor read(ReadRequest request) {
            return other.read(request);
        }

        @Override
        public Content open(String attachmentId) {
            return other.open(attachmentId);
        }

        @Override
        public SourceInventory inventory() {
            return other.inventory();
        }

        @Override
        public void close() {
            other.close();
        }
    }

    static class ToCursor implements RecordCursor {

        private final RecordCursor other;

        ToCursor(RecordCursor other) {
            this.other = other;
        }

        @Override
        public List<SourceEntry> next() {
            return other.next();
        }

        @Override
        public Optional<String> position() {
            return other.position();
        }

        @Override
        public Coverage coverage() {
            return other.coverage();
        }

        @Override
        public Optional<Present> present() {
            return other.present();
        }

        @Override
        public void close() {
            other.close();
        }
    }
}

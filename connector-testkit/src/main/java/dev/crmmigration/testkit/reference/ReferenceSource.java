package dev.crmmigration.testkit.reference;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.testkit.contract.Fault;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;

/**
 * A source that keeps every rule of {@code SourceContract}, over records in memory: read it beside {@code RULES.md}, and
 * use it where a test of an engine or a mapping needs a source that behaves.
 */
public final class ReferenceSource implements Source {

    private static final String PAGE_SIZE = "pageSize";

    private final Catalog catalog;
    private final ReferenceRecords records;

    /** @param catalog what the records look like; their objects have the field {@link ReferenceRecords#CHANGED} */
    public ReferenceSource(Catalog catalog, ReferenceRecords records) {
        this.catalog = catalog;
        this.records = records;
    }

    @Override
    public String platform() {
        return "reference";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.secret("token", "Any text"),
                Setting.optional(PAGE_SIZE, "How many rows a page has, from 1 to 1000", "2"));
    }

    @Override
    public SourceSession open(Settings settings, ConnectorContext context) {
        if (settings.secret("token").map(Secret::reveal).orElse("").isBlank()) {
            throw new ConfigurationException("setting 'token' is blank. Give the token of the account");
        }
        Session session =
                new Session(catalog, records, pageSize(settings.get(PAGE_SIZE).orElse("2")));
        session.call();
        return session;
    }

    private static int pageSize(String text) {
        if (!text.matches("1000|[1-9][0-9]{0,2}")) {
            throw new ConfigurationException("setting '" + PAGE_SIZE + "' must be a number from 1 to 1000");
        }
        return Integer.parseInt(text);
    }

    /** An open account. Thread-safe but for its cursors. */
    private record Session(Catalog catalog, ReferenceRecords records, int pageSize) implements SourceSession {

        /** Makes sure that the account answers. */
        void call() {
            if (records.suffers(Fault.CREDENTIALS_REFUSED)) {
                throw new FatalConnectorException("the account refuses the token. Check the setting token.");
            }
            if (records.suffers(Fault.CONNECTION_REFUSED) || records.suffers(Fault.READ_FAILS)) {
                throw RetryableConnectorException.of("the account does not answer now. It is tried again.", null);
            }
        }

        @Override
        public RecordCursor read(ReadRequest request) {
            return new ReferenceCursor(request, records, pageSize, this::call);
        }

        @Override
        public Content open(String attachmentId) {
            call();
            byte[] bytes = records.bytes(attachmentId)
                    .orElseThrow(() -> new FatalConnectorException("the account has no such file."));
            return new Bytes(bytes);
        }

        @Override
        public SourceInventory inventory() {
            return new SourceInventory(
                    List.of("Welcome sequence"), List.of("The reference account does not give its automations."));
        }

        @Override
        public String toString() {
            return "Session[" + catalog.account() + "]";
        }
    }

    /** The bytes of a file. */
    private static final class Bytes implements Content {

        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(bytes.length);
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}

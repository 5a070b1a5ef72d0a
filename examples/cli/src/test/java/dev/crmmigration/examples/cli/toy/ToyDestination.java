package dev.crmmigration.examples.cli.toy;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes persons into an account in memory. */
public final class ToyDestination implements Destination {

    public static final String TOKEN = "toy-token-5e1f";

    static final ObjectType PERSON = ObjectType.of("person");

    @Override
    public String platform() {
        return "toybox";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required("account", "The name of the account"),
                Setting.secret("token", "What opens it"),
                Setting.optional("budget", "How many records it takes on the first day", "1000"));
    }

    @Override
    public DestinationSession open(Settings settings, ConnectorContext context) {
        if (!settings.secret("token").orElseThrow().reveal().equals(TOKEN)) {
            throw new FatalConnectorException("the account refuses the token. Check setting 'token'");
        }
        String account = settings.get("account").orElseThrow();
        int budget = Integer.parseInt(settings.get("budget").orElseThrow());
        return new Session(account, new ToyWriter(ToyAccount.of(account), budget, context.clock()));
    }

    private record Session(String account, ToyWriter toyWriter) implements DestinationSession {

        @Override
        public Catalog catalog() {
            FieldDescription name =
                    FieldDescription.builder("name", FieldType.TEXT).required().build();
            return new Catalog(
                    account, List.of(new ObjectDescription(PERSON, List.of(name), ObjectTraits.written(2))), List.of());
        }

        @Override
        public RecordWriter writer() {
            return toyWriter;
        }

        @Override
        public SchemaEditor schema() {
            return new FixedSchema();
        }

        @Override
        public RecordReader reader() {
            return request -> {
                List<List<CrmRecord>> pages =
                        new ArrayList<>(List.of(ToyAccount.of(account).persons()));
                return () -> pages.isEmpty() ? List.of() : pages.remove(0);
            };
        }
    }

    /** Has what it has. */
    private static final class FixedSchema implements SchemaEditor {

        @Override
        public Set<String> keys() {
            return Set.of("person/name");
        }

        @Override
        public SchemaOutcome ensure(SchemaElement element, Set<String> keysBefore) {
            return new SchemaOutcome.ForAPerson("nobody can add to this schema");
        }

        @Override
        public SchemaOutcome remove(SchemaReceipt receipt) {
            return new SchemaOutcome.AlreadyGone();
        }
    }
}

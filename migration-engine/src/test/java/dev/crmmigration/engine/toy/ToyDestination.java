package dev.crmmigration.engine.toy;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.UserDescription;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;

/** A destination over a {@link ToyAccount}: everything that a partner has to write, and reading back besides. */
public final class ToyDestination implements Destination {

    private static final ObjectType COMPANY = ObjectType.of("company");
    private static final ObjectType PERSON = ObjectType.of("person");

    private final ToyAccount account;

    public ToyDestination(ToyAccount account) {
        this.account = account;
    }

    @Override
    public String platform() {
        return "box";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public DestinationSession open(Settings settings, ConnectorContext context) {
        return new DestinationSession() {
            @Override
            public Catalog catalog() {
                FieldDescription name = FieldDescription.builder("name", FieldType.TEXT)
                        .required()
                        .build();
                FieldDescription owner =
                        FieldDescription.builder("owner", FieldType.USER).build();
                FieldDescription company = FieldDescription.builder("company", FieldType.REFERENCE)
                        .refersTo(COMPANY)
                        .build();
                ObjectTraits traits = ObjectTraits.written(4);
                return new Catalog(
                        "box-1",
                        List.of(
                                new ObjectDescription(COMPANY, List.of(name), traits),
                                new ObjectDescription(PERSON, List.of(name, owner, company), traits)),
                        account.emails().stream()
                                .map(email -> new UserDescription("user " + email, email, true))
                                .toList());
            }

            @Override
            public RecordWriter writer() {
                return batch -> batch.stream().map(this::write).toList();
            }

            private WriteOutcome write(Write write) {
                return write.match(account::create, account::update, account::attach, account::delete);
            }

            @Override
            public RecordReader reader() {
                return account::scan;
            }

            @Override
            public SchemaEditor schema() {
                return account.schema();
            }
        };
    }
}

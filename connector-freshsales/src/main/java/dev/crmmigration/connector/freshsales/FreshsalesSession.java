package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.LastChange;
import dev.crmmigration.api.destination.Preflight;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.codec.UnfitValueException;
import dev.crmmigration.toolkit.destination.KnownAccount;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An open Freshsales account. */
final class FreshsalesSession implements DestinationSession {

    private static final String UPDATED = "updated_at";

    private final FreshsalesApi api;
    private final URI address;
    private final KnownAccount<FreshsalesObject, RecordShape> account;
    private final RecordWriter writer;
    private final FreshsalesReader reader;
    private final FreshsalesSchemaEditor schema;
    private final FreshsalesPricing pricing;
    private final FreshsalesPreflight preflight;

    FreshsalesSession(FreshsalesApi api, AccountLists lists, FreshsalesSettings settings, ConnectorContext context) {
        AccountCatalog catalog = new AccountCatalog(lists, settings);
        this.api = api;
        this.address = settings.baseUrl();
        this.account = new KnownAccount<>(catalog::read);
        this.reader = new FreshsalesReader(api, account);
        this.writer = new FreshsalesWriter(api, account, settings, context.clock());
        this.schema = new FreshsalesSchemaEditor(lists);
        this.pricing = new FreshsalesPricing(settings, lists.calls());
        this.preflight = new FreshsalesPreflight(lists, settings);
    }

    /** What an admin has added meanwhile is there for the schema as well. */
    @Override
    public Catalog catalog() {
        schema.forget();
        return account.catalog();
    }

    @Override
    public Preflight preflight() {
        return preflight.read();
    }

    @Override
    public RecordWriter writer() {
        return writer;
    }

    @Override
    public RecordReader reader() {
        return reader;
    }

    @Override
    public SchemaEditor schema() {
        return schema;
    }

    @Override
    public Pricing pricing() {
        return pricing;
    }

    /** A value that the field cannot take is given back as it is; the writer rejects it with the reason. */
    @Override
    public Stored canonical(ObjectType type, FieldDescription field, Object value) {
        try {
            return Codecs.of(field).canonical(field, value);
        } catch (UnfitValueException e) {
            return Stored.as(value);
        }
    }

    /** Records that have a page of their own; the paths are those of the web application, and no document promises them. */
    @Override
    public Optional<String> link(RecordRef record) {
        return FreshsalesObject.of(record.type())
                .flatMap(FreshsalesObject::page)
                .map(page -> address.toString().replaceAll("/+$", "") + "/" + page + "/" + record.id());
    }

    @Override
    public Map<String, FieldValue> attached(Write.Attach file) {
        return Uploads.shown(file);
    }

    /** Records tell when they were changed; who changed them is the key's user for a person's change as well. */
    @Override
    public Optional<LastChange> lastChange(CrmRecord record) {
        return record.value(UPDATED)
                .filter(Instant.class::isInstance)
                .map(moment -> new LastChange((Instant) moment, LastChange.By.UNKNOWN));
    }

    @Override
    public void close() {
        api.close();
    }
}

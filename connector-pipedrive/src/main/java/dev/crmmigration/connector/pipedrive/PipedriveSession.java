package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
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
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An open Pipedrive account. */
final class PipedriveSession implements DestinationSession {

    private static final String UPDATED = "update_time";

    private final PipedriveApi api;
    private final KnownAccount<PipedriveObject, RecordShape> account;
    private final PipedriveWriter writer;
    private final PipedriveReader reader;
    private final PipedriveSchemaEditor schema;
    private final PipedrivePricing pricing;
    private final PipedrivePreflight preflight;

    PipedriveSession(
            PipedriveApi api,
            AccountLists lists,
            KnownAccount<PipedriveObject, RecordShape> account,
            PipedrivePricing pricing,
            Uploads uploads,
            Clock clock) {
        this.api = api;
        this.account = account;
        this.writer = new PipedriveWriter(api, account, uploads, clock);
        this.reader = new PipedriveReader(api, account);
        this.schema = new PipedriveSchemaEditor(api, lists, account);
        this.pricing = pricing;
        this.preflight = new PipedrivePreflight(lists, pricing.settings(), api.limits());
    }

    @Override
    public Catalog catalog() {
        return account.catalog();
    }

    @Override
    public Preflight preflight() {
        return preflight.read();
    }

    /** Records tell when they were changed, but not by whom (API v2, read 2026-11-22). */
    @Override
    public Optional<LastChange> lastChange(CrmRecord record) {
        return record.value(UPDATED)
                .filter(Instant.class::isInstance)
                .map(moment -> new LastChange((Instant) moment, LastChange.By.UNKNOWN));
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

    /** Records that have a page of their own, by the paths that Pipedrive's web application has (read 2026-11-22). */
    @Override
    public Optional<String> link(RecordRef record) {
        return PipedriveObject.of(record.type())
                .flatMap(PipedriveObject::page)
                .flatMap(page -> webAddress().map(address -> address + page + record.id()));
    }

    private Optional<URI> webAddress() {
        Access access = pricing.settings().access();
        return access instanceof Access.ByApp app ? app.baseUrl() : Optional.of(((Access.ByToken) access).baseUrl());
    }

    @Override
    public Map<String, FieldValue> attached(Write.Attach file) {
        return Uploads.shown(file);
    }

    @Override
    public void close() {
        api.close();
    }
}

package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.destination.Attempt;
import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.Resolution;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.destination.KnownAccount;
import dev.crmmigration.toolkit.destination.WriteOutcomes;
import dev.crmmigration.toolkit.http.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Writes one record or file a call, or creates many at once where the settings say so. Thread-safe. */
final class FreshsalesWriter implements RecordWriter {

    private final FreshsalesApi api;
    private final KnownAccount<FreshsalesObject, RecordShape> account;
    private final Uploads uploads;
    private final boolean forgets;
    private final Clock clock;
    private final BulkCreates bulk;
    private final JobResolver jobs;

    FreshsalesWriter(
            FreshsalesApi api,
            KnownAccount<FreshsalesObject, RecordShape> account,
            FreshsalesSettings settings,
            Clock clock) {
        this.api = api;
        this.account = account;
        this.uploads = new Uploads(settings.maxFileBytes());
        this.forgets = settings.forgets();
        this.clock = clock;
        this.bulk = new BulkCreates(api, clock, settings, this::write);
        this.jobs = new JobResolver(api, clock, settings, bulk);
    }

    @Override
    public List<WriteOutcome> write(List<Write> batch) {
        if (batch.size() == 1) {
            return List.of(write(batch.get(0)));
        }
        RecordShape shape = account.shape(FreshsalesReader.object(batch.get(0).type()));
        if (!shape.isBulk() || batch.size() > BulkCreates.MOST) {
            throw new IllegalArgumentException(
                    "fewer " + shape.kind().plural() + " a call are taken here, but the batch has " + batch.size());
        }
        return bulk.write(shape, batch);
    }

    @Override
    public Optional<List<Resolution>> resolve(List<Attempt> attempts, Predicate<RecordRef> claimed) {
        Optional<RecordShape> shape = attempts.stream()
                .findFirst()
                .flatMap(attempt -> FreshsalesObject.of(attempt.write().type()))
                .map(account::shape)
                .filter(RecordShape::isBulk);
        return shape.flatMap(known -> jobs.resolve(known, new Listing(api, account, known.kind()), attempts, claimed));
    }

    private WriteOutcome write(Write write) {
        if (write instanceof Write.Attach attach) {
            return later(attach, () -> attach(attach));
        }
        Optional<FreshsalesObject> object = FreshsalesObject.of(write.type());
        if (object.isEmpty()) {
            return WriteOutcome.Rejected.of(
                    write.effect(),
                    "",
                    "UNKNOWN_OBJECT",
                    "This connector does not write records of type " + write.type() + ".");
        }
        return later(
                write,
                () -> write.match(
                        create -> create(account.shape(object.get()), create),
                        update -> update(account.shape(object.get()), update),
                        this::attach,
                        delete -> delete(object.get(), delete)));
    }

    private WriteOutcome later(Write write, Supplier<WriteOutcome> work) {
        try {
            return work.get();
        } catch (RetryableConnectorException e) {
            return WriteOutcomes.notYet(write.effect(), e, clock);
        }
    }

    private WriteOutcome create(RecordShape shape, Write.Create create) {
        FreshsalesObject object = shape.kind();
        if (object == FreshsalesObject.DOCUMENT) {
            return WriteOutcome.Rejected.of(
                    create.effect(), "", "NOT_A_RECORD", "Files are attached to records. Correct the mapping.");
        }
        RecordShape.Body body = shape.encode(create.fields(), true);
        if (!body.errors().isEmpty()) {
            return new WriteOutcome.Rejected(create.effect(), body.errors());
        }
        Object json = object.isFlat() ? body.json() : Map.of(object.envelope(), body.json());
        ApiResult result = api.call(included(object, Call.post(object.plural(), json)));
        return outcome(create.effect(), How.CREATED, shape, result);
    }

    private static Call included(FreshsalesObject object, Call call) {
        return object.include().map(words -> call.query("include", words)).orElse(call);
    }

    private WriteOutcome update(RecordShape shape, Write.Update update) {
        RecordShape.Body body = shape.encode(update.fields(), false);
        if (!body.errors().isEmpty()) {
            return new WriteOutcome.Rejected(update.effect(), body.errors());
        }
        FreshsalesObject object = shape.kind();
        if (!object.canUpdate()) {
            return WriteOutcome.Rejected.of(
                    update.effect(), "", "NOT_CHANGEABLE", "Freshsales' API can only make such records.");
        }
        Call call = Call.of("PUT", object.plural() + "/{id}", update.target().id())
                .json(Map.of(object.envelope(), body.json()));
        return outcome(update.effect(), How.UPDATED, shape, api.call(included(object, call)));
    }

    private static WriteOutcome outcome(EffectId effect, How how, RecordShape shape, ApiResult result) {
        return WriteOutcomes.of(
                effect, result, success -> WriteOutcomes.written(effect, how, written(shape, success.envelope())));
    }

    /** A logged call comes in a list, with the note that was made of its text beside it. */
    private static Optional<CrmRecord> written(RecordShape shape, JsonObject reply) {
        FreshsalesObject object = shape.kind();
        if (object == FreshsalesObject.PHONE_CALL) {
            return reply.objects(object.plural()).stream()
                    .findFirst()
                    .flatMap(row -> shape.decode(row, Optional.empty()));
        }
        return (object.isFlat() ? Optional.of(reply) : reply.object(object.envelope()))
                .flatMap(row -> shape.decode(row, Optional.empty()));
    }

    private WriteOutcome attach(Write.Attach attach) {
        Uploads.Prepared prepared = uploads.prepare(attach);
        if (prepared.error().isPresent()) {
            return new WriteOutcome.Rejected(
                    attach.effect(), List.of(prepared.error().get()));
        }
        ApiResult result = api.call(prepared.call());
        if (result instanceof ApiResult.Denied denied) {
            return new WriteOutcome.Rejected(attach.effect(), Uploads.errors(denied));
        }
        RecordShape shape = account.shape(FreshsalesObject.DOCUMENT);
        return WriteOutcomes.of(
                attach.effect(),
                result,
                success -> WriteOutcomes.written(
                        attach.effect(), How.CREATED, shape.decode(success.envelope(), Optional.of(attach.parent()))));
    }

    private WriteOutcome delete(FreshsalesObject object, Write.Delete delete) {
        if (!object.canDelete()) {
            return WriteOutcome.Rejected.of(
                    delete.effect(), "", "NOT_DELETABLE", "Freshsales' API cannot delete such records.");
        }
        String path = object.plural() + "/{id}" + (forgets && object.isParent() ? "/forget" : "");
        return WriteOutcomes.deleted(
                delete, api.call(Call.of("DELETE", path, delete.target().id())));
    }
}

package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.destination.KnownAccount;
import dev.crmmigration.toolkit.destination.WriteOutcomes;
import dev.crmmigration.toolkit.http.HttpRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes one record or file a call; Pipedrive has no bulk calls for records. Thread-safe. */
final class PipedriveWriter implements RecordWriter {

    private final PipedriveApi api;
    private final KnownAccount<PipedriveObject, RecordShape> account;
    private final Uploads uploads;
    private final Clock clock;

    PipedriveWriter(
            PipedriveApi api, KnownAccount<PipedriveObject, RecordShape> account, Uploads uploads, Clock clock) {
        this.api = api;
        this.account = account;
        this.uploads = uploads;
        this.clock = clock;
    }

    @Override
    public List<WriteOutcome> write(List<Write> batch) {
        if (batch.size() != 1) {
            throw new IllegalArgumentException("Pipedrive takes one record a call, but the batch has " + batch.size());
        }
        return List.of(write(batch.get(0)));
    }

    private WriteOutcome write(Write write) {
        Optional<PipedriveObject> object = PipedriveObject.of(write.type());
        if (object.isEmpty()) {
            return unsupported(write.effect(), write.type());
        }
        try {
            return write.match(
                    create -> shaped(object.get(), create, shape -> create(object.get(), shape, create)),
                    update -> shaped(object.get(), update, shape -> update(object.get(), shape, update)),
                    attach -> shaped(object.get(), attach, shape -> attach(shape, attach)),
                    delete -> delete(object.get(), delete));
        } catch (RetryableConnectorException e) {
            return WriteOutcomes.notYet(write.effect(), e, clock);
        }
    }

    private WriteOutcome shaped(PipedriveObject object, Write write, Function<RecordShape, WriteOutcome> send) {
        return account.find(object)
                .map(send)
                .orElseGet(() -> WriteOutcome.Rejected.of(
                        write.effect(),
                        "",
                        "OBJECT_NOT_THERE",
                        "The token's user may not read what belongs to " + write.type()
                                + " records, or the plan has none. Take them out of the plan, or use another token."));
    }

    private static WriteOutcome unsupported(EffectId effect, ObjectType type) {
        return WriteOutcome.Rejected.of(
                effect, "", "UNKNOWN_OBJECT", "This connector does not write records of type " + type + ".");
    }

    private WriteOutcome create(PipedriveObject object, RecordShape shape, Write.Create create) {
        if (object == PipedriveObject.FILE) {
            return WriteOutcome.Rejected.of(
                    create.effect(), "", "NOT_A_RECORD", "Files are attached to records. Correct the mapping.");
        }
        RecordShape.Body body = shape.encode(create.fields(), true);
        if (!body.errors().isEmpty()) {
            return new WriteOutcome.Rejected(create.effect(), body.errors());
        }
        Operation operation = object.operation("create");
        HttpRequest request = body.parent().map(operation::request).orElseGet(operation::request);
        ApiResult result = api.call(operation, request.json(body.json()));
        return WriteOutcomes.of(create.effect(), result, written(create.effect(), How.CREATED, shape, body.parent()));
    }

    private WriteOutcome update(PipedriveObject object, RecordShape shape, Write.Update update) {
        RecordShape.Body body = shape.encode(update.fields(), false);
        if (!body.errors().isEmpty()) {
            return new WriteOutcome.Rejected(update.effect(), body.errors());
        }
        if (!object.can("update")) {
            return WriteOutcome.Rejected.of(
                    update.effect(), "", "NOT_CHANGEABLE", "Pipedrive can only make and delete such records.");
        }
        String id = update.target().id();
        Operation operation = object.operation("update");
        ApiResult result =
                api.call(operation, operation.request(path(object, id)).json(body.json()));
        Optional<String> parent = object.isNested() ? ChildId.parse(id).map(ChildId::parent) : Optional.empty();
        return WriteOutcomes.of(update.effect(), result, written(update.effect(), How.UPDATED, shape, parent));
    }

    private WriteOutcome attach(RecordShape shape, Write.Attach attach) {
        Operation operation = PipedriveObject.FILE.operation("create");
        Uploads.Prepared prepared = uploads.prepare(operation, attach);
        if (prepared.error().isPresent()) {
            return new WriteOutcome.Rejected(
                    attach.effect(), List.of(prepared.error().get()));
        }
        ApiResult result = api.call(operation, prepared.request());
        if (result instanceof ApiResult.Denied denied) {
            return new WriteOutcome.Rejected(attach.effect(), Uploads.errors(denied));
        }
        return WriteOutcomes.of(
                attach.effect(), result, written(attach.effect(), How.CREATED, shape, Optional.empty()));
    }

    private static String[] path(PipedriveObject object, String id) {
        if (!object.isNested()) {
            return new String[] {id};
        }
        return ChildId.parse(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the id of a " + object.type() + " names its parent as well, with a hyphen between"))
                .path()
                .toArray(String[]::new);
    }

    private static Function<ApiResult.Success, WriteOutcome> written(
            EffectId effect, How how, RecordShape shape, Optional<String> parent) {
        return success -> WriteOutcomes.written(
                effect, how, success.envelope().object("data").flatMap(json -> shape.decode(json, parent)));
    }

    private WriteOutcome delete(PipedriveObject object, Write.Delete delete) {
        Operation operation = object.operation("delete");
        return WriteOutcomes.deleted(
                delete,
                api.call(
                        operation,
                        operation.request(path(object, delete.target().id()))));
    }
}

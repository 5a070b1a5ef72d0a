package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.toolkit.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes one record a call; Pipedrive has no bulk calls for records. Thread-safe. */
final class PipedriveWriter implements RecordWriter {

    private final PipedriveApi api;
    private final Account account;
    private final Clock clock;

    PipedriveWriter(PipedriveApi api, Account account, Clock clock) {
        this.api = api;
        this.account = account;
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
        return write.match(
                create -> save(object.get(), create.effect(), Optional.empty(), create.fields()),
                update -> save(
                        object.get(),
                        update.effect(),
                        Optional.of(update.target().id()),
                        update.fields()),
                attach -> unsupported(attach.effect(), attach.type()),
                delete -> delete(object.get(), delete));
    }

    private static WriteOutcome unsupported(EffectId effect, ObjectType type) {
        return WriteOutcome.Rejected.of(
                effect, "", "UNKNOWN_OBJECT", "This connector does not write records of type " + type + ".");
    }

    private WriteOutcome save(
            PipedriveObject object, EffectId effect, Optional<String> id, Map<String, FieldValue> fields) {
        RecordShape shape;
        try {
            shape = account.shape(object);
        } catch (RetryableConnectorException e) {
            return notYet(effect, e);
        }
        RecordShape.Body body = shape.encode(fields, id.isEmpty());
        if (!body.errors().isEmpty()) {
            return new WriteOutcome.Rejected(effect, body.errors());
        }
        Operation operation = object.operation(id.isEmpty() ? "create" : "update");
        HttpRequest request = id.map(operation::request).orElseGet(operation::request);
        How how = id.isEmpty() ? How.CREATED : How.UPDATED;
        return outcome(
                effect,
                api.call(operation, request.json(body.json())),
                success ->
                        written(effect, how, success.envelope().object("data").flatMap(shape::decode)));
    }

    /** The fields of the account could not be read, so nothing was sent. */
    private WriteOutcome notYet(EffectId effect, RetryableConnectorException failure) {
        Instant notBefore = failure.retryAfter().orElseGet(clock::instant);
        return new WriteOutcome.Postponed(effect, notBefore, failure.isBudgetGone() ? Reason.BUDGET : Reason.OUTAGE);
    }

    private static WriteOutcome written(EffectId effect, How how, Optional<CrmRecord> stored) {
        return stored.<WriteOutcome>map(record -> new WriteOutcome.Written(effect, record.ref(), how, stored))
                .orElseGet(() -> new WriteOutcome.InDoubt(effect, "UNREADABLE_REPLY"));
    }

    private WriteOutcome delete(PipedriveObject object, Write.Delete delete) {
        Operation operation = object.operation("delete");
        ApiResult result = api.call(operation, operation.request(delete.target().id()));
        if (result instanceof ApiResult.Denied denied && denied.isGone()) {
            return gone(delete, How.ALREADY_GONE);
        }
        return outcome(delete.effect(), result, success -> gone(delete, How.DELETED));
    }

    private static WriteOutcome gone(Write.Delete delete, How how) {
        return new WriteOutcome.Written(delete.effect(), delete.target(), how, Optional.empty());
    }

    private static WriteOutcome outcome(
            EffectId effect, ApiResult result, Function<ApiResult.Success, WriteOutcome> written) {
        return result.match(
                written,
                unsure -> new WriteOutcome.InDoubt(effect, unsure.cause()),
                notNow -> new WriteOutcome.Postponed(effect, notNow.notBefore(), notNow.reason()),
                denied -> new WriteOutcome.Rejected(effect, denied.errors()));
    }
}

package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.destination.KnownAccount;
import dev.crmmigration.toolkit.http.HttpRequest;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes the calls that change the schema, and says what came of them. Not thread-safe. */
final class SchemaCalls {

    private static final int FORBIDDEN = 403;

    private final PipedriveApi api;
    private final SchemaCache cache;
    private final KnownAccount<PipedriveObject, RecordShape> account;

    SchemaCalls(PipedriveApi api, SchemaCache cache, KnownAccount<PipedriveObject, RecordShape> account) {
        this.api = api;
        this.cache = cache;
        this.account = account;
    }

    SchemaCache cache() {
        return cache;
    }

    /**
     * Makes an element.
     *
     * @param made takes the reply, remembers the element in the cache and returns its key; empty if the reply is not
     *     readable
     * @param byHand what a person has to do if the token's user may not
     */
    SchemaOutcome create(
            SchemaElement element,
            Operation operation,
            HttpRequest request,
            Function<JsonObject, Optional<String>> made,
            String byHand) {
        ApiResult result = api.call(operation, request);
        account.forget();
        return result.match(
                success -> made.apply(success.envelope())
                        .<SchemaOutcome>map(key -> new SchemaOutcome.Created(new SchemaReceipt(element, key)))
                        .orElseThrow(() -> unsure(operation, "UNREADABLE_REPLY")),
                unsure -> {
                    throw unsure(operation, unsure.cause());
                },
                notNow -> {
                    throw notNow.asException(operation.where());
                },
                denied -> refused(denied, byHand));
    }

    SchemaOutcome remove(SchemaReceipt receipt, Operation operation, HttpRequest request, String byHand) {
        ApiResult result = api.call(operation, request);
        account.forget();
        cache.forget();
        return result.match(
                success -> new SchemaOutcome.Removed(),
                unsure -> {
                    throw unsure(operation, unsure.cause());
                },
                notNow -> {
                    throw notNow.asException(operation.where());
                },
                denied -> isGone(receipt, denied) ? new SchemaOutcome.AlreadyGone() : refused(denied, byHand));
    }

    /** What Pipedrive answers about a part that is gone differs; where it is not a 404, the account is asked. */
    private boolean isGone(SchemaReceipt receipt, ApiResult.Denied denied) {
        return denied.isGone() || (denied.status() != FORBIDDEN && !cache.keys().contains(receipt.key()));
    }

    private RetryableConnectorException unsure(Operation operation, String cause) {
        cache.forget(); // the next attempt looks whether it is there
        return RetryableConnectorException.of(
                operation.where() + " may have happened or not (" + cause + "). It is looked for, then tried again.",
                null);
    }

    private static SchemaOutcome refused(ApiResult.Denied denied, String byHand) {
        return denied.status() == FORBIDDEN && !Remedies.isCapped(denied)
                ? new SchemaOutcome.ForAPerson(byHand)
                : new SchemaOutcome.Refused(denied.errors());
    }

    static SchemaOutcome refused(String field, String code, String remedy) {
        return new SchemaOutcome.Refused(List.of(new FieldError(field, code, remedy)));
    }
}

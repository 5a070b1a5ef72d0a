package dev.crmmigration.connector.kartra.api;

import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.toolkit.http.JsonObject;
import dev.crmmigration.toolkit.rest.InParallel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Kartra's API, as far as it reads. Used by one thread at a time; makes several calls at once itself. */
public final class KartraApi implements AutoCloseable {

    /** So many calls under way reach the rate that Kartra allows, though each takes part of a second. */
    private static final int AT_ONCE = 8;

    private final ApiCalls calls;
    private final AccountNames names;

    private KartraApi(ApiCalls calls, AccountNames names) {
        this.calls = calls;
        this.names = names;
    }

    /**
     * Opens the API with a call for each kind of name that the account has.
     *
     * @throws dev.crmmigration.api.error.ConnectorException if it cannot be reached, or refuses the credentials
     */
    public static KartraApi open(ApiAccess access, ConnectorContext context) {
        ApiCalls calls = new ApiCalls(access, context);
        try {
            List<String> gaps = new ArrayList<>();
            AccountNames names = new AccountNames(
                    asked(calls, Command.RETRIEVE_ACCOUNT_TAGS, Envelope::names, gaps),
                    asked(calls, Command.RETRIEVE_ACCOUNT_LISTS, Envelope::names, gaps),
                    asked(calls, Command.RETRIEVE_ACCOUNT_SEQUENCES, Envelope::names, gaps),
                    asked(calls, Command.RETRIEVE_CUSTOM_FIELDS, Envelope::objects, gaps),
                    gaps);
            return new KartraApi(calls, names);
        } catch (RuntimeException e) {
            calls.close();
            throw e;
        }
    }

    private static <T> List<T> asked(
            ApiCalls calls, Command command, Function<Envelope, List<T>> reading, List<String> gaps) {
        Envelope answer = calls.call(command, Map.of("actions[0][cmd]", command.word()));
        Optional<String> error = answer.error();
        error.ifPresent(type -> gaps.add(ErrorType.gap(command, type)));
        return error.isPresent() ? List.of() : reading.apply(answer);
    }

    public AccountNames names() {
        return names;
    }

    /**
     * Asks for contacts.
     *
     * @return an answer for each, in their order
     * @throws dev.crmmigration.api.error.ConnectorException if any of the calls fails
     */
    public List<LeadAnswer> leads(List<LeadKey> keys) {
        List<Callable<LeadAnswer>> tasks = new ArrayList<>();
        keys.forEach(key -> tasks.add(() -> lead(key)));
        return InParallel.all(AT_ONCE, "kartra", tasks);
    }

    private LeadAnswer lead(LeadKey key) {
        Envelope answer = calls.call(Command.GET_LEAD, Map.of("get_lead[" + key.field() + "]", key.value()));
        Optional<String> error = answer.error();
        if (error.isPresent()) {
            return new LeadAnswer(null, problem(error.get()));
        }
        return JsonObject.of(answer.result())
                .map(details -> new LeadAnswer(Lead.of(details), ""))
                .orElse(new LeadAnswer(null, ErrorType.problem("")));
    }

    private static String problem(String type) {
        if (ErrorType.isNotApproved(type)) {
            throw new FatalConnectorException("get_lead returned error " + type
                    + ": the App is not approved for it. Ask Kartra to approve the App, or set 'api' to off");
        }
        return ErrorType.problem(type);
    }

    @Override
    public void close() {
        calls.close();
    }
}

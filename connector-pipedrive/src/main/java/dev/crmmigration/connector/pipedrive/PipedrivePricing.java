package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.ObjectType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What calls cost and what a plan allows. Reads the same table as the calls themselves.
 *
 * @param settings plan, seats, headroom, and whether there are limits at all
 */
record PipedrivePricing(PipedriveSettings settings) implements Pricing {

    /** Calls within two seconds, of one token. */
    static final String BURST = "burst";

    /** Searches within two seconds, of one token. This connector makes none; others with the same token may. */
    static final String SEARCH = "search";

    /** Tokens of the day, of the whole account. */
    static final String DAILY = "daily";

    private static final Duration BURST_WINDOW = Duration.ofSeconds(2);
    private static final long SEARCHES = 10;

    static List<Cost> costs(Operation operation, long calls) {
        return costs(calls, Math.multiplyExact(operation.tokens(), calls));
    }

    private static List<Cost> costs(long calls, long tokens) {
        return List.of(new Cost(BURST, calls), new Cost(DAILY, tokens));
    }

    @Override
    public List<Allowance> allowances() {
        if (!settings.limited()) {
            return List.of();
        }
        long daily = Math.max(1, settings.dailyTokens() - settings.headroom());
        return List.of(
                Allowance.rolling(BURST, settings.burst(), BURST_WINDOW),
                Allowance.rolling(SEARCH, SEARCHES, BURST_WINDOW),
                Allowance.daily(DAILY, daily));
    }

    /** Prices a call; what Pipedrive has no call for is never made, and costs nothing. */
    @Override
    public List<Cost> write(ObjectType type, Action action, int records) {
        PipedriveObject object = action == Action.ATTACH ? PipedriveObject.FILE : object(type);
        String name = (action == Action.ATTACH ? Action.CREATE : action).name().toLowerCase(Locale.ROOT);
        return object.can(name) ? costs(object.operation(name), records) : List.of();
    }

    @Override
    public List<Cost> read(ScanRequest request, long records) {
        PipedriveObject object = object(request.type());
        ReadCalls calls = request.match(
                all -> ReadCalls.ofAll(object, records),
                changed -> ReadCalls.ofAll(object, records).twice(), // they are looked for by id and by change
                byIds -> ReadCalls.ofIds(object, byIds.ids()),
                ofParents -> ReadCalls.ofParents(object, ofParents.parents().size(), records));
        return costs(calls.calls(), calls.tokens());
    }

    @Override
    public List<Cost> chore(Chore chore) {
        List<Operation> calls = ChoreCalls.of(chore);
        return costs(calls.size(), calls.stream().mapToLong(Operation::tokens).sum());
    }

    @Override
    public List<Cost> schema(SchemaElement element) {
        return ChoreCalls.of(element).map(call -> costs(call, 1)).orElse(List.of());
    }

    private static PipedriveObject object(ObjectType type) {
        return PipedriveObject.of(type)
                .orElseThrow(() -> new IllegalArgumentException("this connector knows no object " + type));
    }
}

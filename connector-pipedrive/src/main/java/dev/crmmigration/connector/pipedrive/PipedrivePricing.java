package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
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
        return List.of(new Cost(BURST, calls), new Cost(DAILY, Math.multiplyExact(operation.tokens(), calls)));
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

    @Override
    public List<Cost> write(ObjectType type, Action action, int records) {
        if (action == Action.ATTACH) {
            throw new IllegalArgumentException("this connector attaches no files");
        }
        return costs(object(type).operation(action.name().toLowerCase(Locale.ROOT)), records);
    }

    @Override
    public List<Cost> read(ScanRequest request, long records) {
        PipedriveObject object = object(request.type());
        return request.match(
                all -> pages(object, records),
                changed -> twice(pages(object, records)),
                byIds -> object.isV1()
                        ? costs(object.operation("get"), byIds.ids().size())
                        : costs(object.operation("list"), chunks(byIds.ids().size(), PipedriveReader.IDS_PER_CALL)),
                ofParents -> costs(
                        object.operation("list"),
                        Math.max(ofParents.parents().size(), chunks(records, PipedriveReader.PAGE))));
    }

    private static List<Cost> pages(PipedriveObject object, long records) {
        long calls = object.isV1() && records > PipedriveReader.PAGE
                ? 1 + chunks(records - PipedriveReader.PAGE, PipedriveReader.PAGE - NotePages.OVERLAP)
                : Math.max(1, chunks(records, PipedriveReader.PAGE));
        return costs(object.operation("list"), calls);
    }

    /** Changes are looked for by id and by change. */
    private static List<Cost> twice(List<Cost> costs) {
        return costs.stream()
                .map(cost -> new Cost(cost.allowance(), 2 * cost.units()))
                .toList();
    }

    private static long chunks(long things, long size) {
        return (things + size - 1) / size;
    }

    private static PipedriveObject object(ObjectType type) {
        return PipedriveObject.of(type)
                .orElseThrow(() -> new IllegalArgumentException("this connector knows no object " + type));
    }
}

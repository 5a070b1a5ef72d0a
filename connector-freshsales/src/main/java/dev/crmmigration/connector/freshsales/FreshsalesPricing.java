package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.ObjectType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What calls cost and what a plan allows: every call costs one, of the hour and of the minute, whatever it does.
 *
 * @param settings plan, pace, and whether there are limits at all
 * @param chores how many calls chores take
 */
record FreshsalesPricing(FreshsalesSettings settings, ChoreCalls chores) implements Pricing {

    /** Calls within an hour, of the whole account. */
    static final String HOUR = "hour";

    /** Calls within a minute, of the whole account. */
    static final String MINUTE = "minute";

    /** Support article 50000010026, read 2026-10. */
    private static final long CALLS_PER_MINUTE = 400;

    /** A job, a look at its status, and a page on which its records are found again. */
    static final int BULK_CALLS = 3;

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    static List<Cost> calls(boolean limited, long calls) {
        return limited ? List.of(new Cost(HOUR, calls), new Cost(MINUTE, calls)) : List.of();
    }

    private List<Cost> calls(long calls) {
        return calls(settings.limited(), calls);
    }

    @Override
    public List<Allowance> allowances() {
        if (!settings.limited()) {
            return List.of();
        }
        long hourly = settings.callsPerHour();
        return List.of(Allowance.rolling(HOUR, hourly, AN_HOUR), settings.evenly() ? even(hourly) : minute());
    }

    private static Allowance minute() {
        return Allowance.rolling(MINUTE, CALLS_PER_MINUTE, A_MINUTE);
    }

    /** Whole calls, in the time that they may take: so the hour is never full before it is over. */
    private static Allowance even(long hourly) {
        long share = Math.max(1, hourly / AN_HOUR.toMinutes());
        Duration time = AN_HOUR.multipliedBy(share).dividedBy(hourly);
        return share > CALLS_PER_MINUTE
                ? minute()
                : Allowance.rolling(MINUTE, share, time.compareTo(A_MINUTE) > 0 ? A_MINUTE : time);
    }

    @Override
    public List<Cost> write(ObjectType type, Action action, int records) {
        FreshsalesObject object = action == Action.ATTACH ? FreshsalesObject.DOCUMENT : FreshsalesReader.object(type);
        boolean isMade = switch (action) {
            case CREATE, ATTACH -> true;
            case UPDATE -> object.canUpdate();
            case DELETE -> object.canDelete();
        };
        if (action == Action.CREATE && records > BULK_CALLS && settings.bulk().contains(object)) {
            return calls(BULK_CALLS);
        }
        return isMade ? calls(records) : List.of();
    }

    /** What goes with a contact or a deal needs no call of its own: its accounts, as the whole list, and its contacts. */
    @Override
    public Optional<String> way(ObjectType type, long records) {
        FreshsalesObject object = FreshsalesReader.object(type);
        if (!object.isParent()) {
            return Optional.empty();
        }
        String links = switch (object) {
            case CONTACT -> " The list of its accounts goes with each as a whole: links take no call.";
            case DEAL -> " Its contacts go with each: links take no call.";
            default -> "";
        };
        long rest = Math.min(records % BulkCreates.MOST, BULK_CALLS);
        long bulk = records / BulkCreates.MOST * BULK_CALLS + rest;
        return Optional.of(
                settings.bulk().contains(object)
                        ? "Setting bulk: up to " + BulkCreates.MOST + " a job, which takes " + BULK_CALLS
                                + " calls (the job, its status, the page with its records), instead of " + records
                                + " calls. Without a key of the migration, or if the job does not do it, a record takes a"
                                + " call of its own." + links
                        : "A call each. With " + object.envelope() + " in the setting bulk about " + bulk + " calls."
                                + links);
    }

    @Override
    public List<Cost> read(ScanRequest request, long records) {
        FreshsalesObject object = FreshsalesReader.object(request.type());
        int lists = Listing.filters(object).size();
        long pages = Math.max(lists, pages(records));
        return calls(request.match(
                all -> pages,
                changed -> pages,
                byIds -> (long) byIds.ids().size(),
                ofParents -> Math.max(ofParents.parents().size(), pages(records))));
    }

    private static long pages(long records) {
        return (records + PageCall.SIZE - 1) / PageCall.SIZE;
    }

    /** The list of users, which proves the key. */
    @Override
    public List<Cost> opening() {
        return calls(1);
    }

    @Override
    public List<Cost> probing() {
        return calls(chores.probing());
    }

    @Override
    public List<Cost> chore(Chore chore) {
        return calls(chores.of(chore));
    }
}

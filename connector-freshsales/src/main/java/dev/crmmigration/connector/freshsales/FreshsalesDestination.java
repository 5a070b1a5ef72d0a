package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Tariff;
import dev.crmmigration.api.mapping.Choice;
import java.util.List;
import java.util.Optional;

/** Freshsales (Freshworks CRM), by its API with the key of an admin. */
public final class FreshsalesDestination implements Destination {

    private static final Choice AUTOMATIONS = Choice.open(
            "automationsPaused",
            "Workflows, sales sequences, auto-assignment and notifications of the Freshsales account fire for what a"
                    + " migration writes, as for what people do. Are they paused? paused: a person paused them; none: the"
                    + " account has none; accepted: they may fire.",
            List.of("paused", "none", "accepted"));

    @Override
    public String platform() {
        return "freshsales";
    }

    @Override
    public List<Setting> settings() {
        return FreshsalesSettings.KNOWN;
    }

    @Override
    public List<Choice> choices() {
        return List.of(AUTOMATIONS);
    }

    @Override
    public Optional<Tariff> tariff(Settings settings) {
        return Optional.of(NewAccount.tariff(settings));
    }

    @Override
    public DestinationSession open(Settings settings, ConnectorContext context) {
        FreshsalesSettings checked = FreshsalesSettings.of(settings);
        Meter meter = context.meter(checked.account());
        ChoreCalls calls = new ChoreCalls();
        meter.declare(new FreshsalesPricing(checked, calls).allowances());
        FreshsalesApi api = new FreshsalesApi(checked, context, meter);
        try {
            AccountLists lists = new AccountLists(api, calls);
            lists.users();
            return new FreshsalesSession(api, lists, checked, context);
        } catch (RuntimeException e) {
            api.close();
            throw e;
        }
    }
}

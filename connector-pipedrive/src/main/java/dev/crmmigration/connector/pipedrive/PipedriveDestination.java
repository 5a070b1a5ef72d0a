package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.catalog.PlatformNote;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.AutomationEquivalent;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Tariff;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.toolkit.destination.KnownAccount;
import java.util.List;
import java.util.Optional;

/** Pipedrive: by v2 of its API what v2 has, by v1 the rest: leads, notes, files, relationships, participants. */
public final class PipedriveDestination implements Destination {

    private static final String PLATFORM = "pipedrive";

    private static final Choice AUTOMATIONS = Choice.open(
            "automationsPaused",
            "Workflow automations, webhooks of other apps and notifications of the Pipedrive account fire for what a"
                    + " migration writes, as for what people do. Are they paused? paused: a person paused them; none: the"
                    + " account has none; accepted: they may fire.",
            List.of("paused", "none", "accepted"));

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public List<Setting> settings() {
        return PipedriveSettings.KNOWN;
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
    public List<PlatformNote> notes(Settings settings) {
        return Guide.notes(settings);
    }

    @Override
    public List<AutomationEquivalent> equivalents() {
        return Guide.equivalents();
    }

    @Override
    public DestinationSession open(Settings settings, ConnectorContext context) {
        PipedriveSettings checked = PipedriveSettings.of(settings);
        PipedriveApi api = new PipedriveApi(checked, context);
        try {
            return open(checked, context, api);
        } catch (RuntimeException e) {
            api.close();
            throw e;
        }
    }

    private static DestinationSession open(PipedriveSettings settings, ConnectorContext context, PipedriveApi api) {
        AccountLists lists = new AccountLists(api);
        String name = PLATFORM + ":"
                + lists.me()
                        .id("company_id")
                        .orElseThrow(() -> new FatalConnectorException(
                                "GET /v1/users/me names no company. Check that baseUrl is the address of Pipedrive."));
        PipedrivePricing pricing = new PipedrivePricing(settings);
        Meter meter = context.meter(name);
        meter.declare(pricing.allowances());
        api.chargeTo(meter);
        AccountCatalog catalog = new AccountCatalog(lists, settings);
        KnownAccount<PipedriveObject, RecordShape> account = new KnownAccount<>(() -> catalog.read(name));
        return new PipedriveSession(
                api, lists, account, pricing, new Uploads(settings.maxFileBytes()), context.clock());
    }
}

package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Tariff;
import dev.crmmigration.toolkit.destination.FieldTable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An account that nobody has asked: the system fields of the table, no custom fields, the limits of plan and seats. */
final class NewAccount {

    private static final Access NOBODY =
            new Access.ByToken(URI.create("https://company.pipedrive.com"), Secret.of("none"));

    private NewAccount() {}

    /** Returns settings of which those may be missing that lead to an account. */
    static PipedriveSettings settings(Settings given) {
        return PipedriveSettings.of(given, access(given));
    }

    static Tariff tariff(Settings given) {
        PipedriveSettings settings = settings(given);
        List<ObjectDescription> objects = Stream.of(PipedriveObject.values())
                .map(object -> new ObjectDescription(
                        object.type(),
                        SystemFields.of(object).stream()
                                .map(FieldTable.Row::field)
                                .toList(),
                        AccountCatalog.traits(object, settings)))
                .toList();
        Catalog account = new Catalog("pipedrive:new", objects, List.of(), Capacities.of(settings, 0));
        return new Tariff(account, new PipedrivePricing(settings));
    }

    /** An app may make more calls at once than a token; who comes in does not matter otherwise. */
    private static Optional<Access> access(Settings given) {
        boolean isNamed = Stream.of("apiToken", "oauthClientId", "oauthClientSecret", "oauthRefreshToken")
                .anyMatch(name -> given.secret(name).isPresent());
        return isNamed ? Optional.empty() : Optional.of(NOBODY);
    }
}

package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Tariff;
import dev.crmmigration.toolkit.destination.FieldTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An account that nobody has asked: the system fields of the table, no custom fields, the limits of the plan. */
final class NewAccount {

    private static final String ADDRESS = "https://company.myfreshworks.com/crm/sales";

    private NewAccount() {}

    static Tariff tariff(Settings given) {
        FreshsalesSettings settings = FreshsalesSettings.of(known(given));
        List<ObjectDescription> objects = Stream.of(FreshsalesObject.values())
                .map(object -> new ObjectDescription(
                        object.type(),
                        SystemFields.of(object).stream()
                                .map(FieldTable.Row::field)
                                .toList(),
                        AccountCatalog.traits(object, settings)))
                .toList();
        Catalog account = new Catalog("freshsales:new", objects, List.of(), Capacities.of(settings, Map.of()));
        return new Tariff(account, new FreshsalesPricing(settings, new ChoreCalls()));
    }

    /** Where the account is and who comes in does not matter here. */
    private static Settings known(Settings given) {
        Settings settings = given.get("baseUrl").isPresent() ? given : given.with("baseUrl", ADDRESS);
        return settings.secret("apiKey").isPresent() ? settings : settings.secret("apiKey", "none");
    }
}

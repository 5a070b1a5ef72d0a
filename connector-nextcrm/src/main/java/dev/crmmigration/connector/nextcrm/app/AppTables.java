package dev.crmmigration.connector.nextcrm.app;

import java.util.ArrayList;
import java.util.List;

/** All tables that are read, those that others refer to first. Names are NextCRM's own, misspelt ones included. */
final class AppTables {

    static final List<AppTable> ALL = all();

    private AppTables() {}

    private static List<AppTable> all() {
        List<AppTable> all = new ArrayList<>();
        all.addAll(PeopleTables.ALL);
        all.addAll(SalesTables.ALL);
        all.addAll(WorkTables.ALL);
        all.addAll(MoneyTables.ALL);
        all.addAll(CampaignTables.ALL);
        all.addAll(FileTables.ALL);
        return List.copyOf(all);
    }
}

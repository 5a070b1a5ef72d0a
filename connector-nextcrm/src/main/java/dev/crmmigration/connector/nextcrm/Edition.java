package dev.crmmigration.connector.nextcrm;

import java.util.List;

/** NextCRM is two products of one name. */
enum Edition {
    /** The open-source application with a PostgreSQL database. */
    APP,
    /** The WordPress plugin, which exports CSV. */
    PLUGIN;

    /** Tells by what is given: a database or files. */
    static Edition of(SettingsReading settings) {
        String said = settings.oneOf("edition", List.of("auto", "app", "plugin"));
        if (said.equals("plugin") || (said.equals("auto") && settings.has("export") && !settings.has("jdbcUrl"))) {
            return PLUGIN;
        }
        if (said.equals("auto") && settings.has("export")) {
            settings.problem("settings 'jdbcUrl' and 'export' are both given: which edition is it? Give one of them, or"
                    + " 'edition'");
        }
        if (said.equals("auto") && !settings.has("jdbcUrl") && !settings.has("export")) {
            settings.problem(
                    "setting 'jdbcUrl' (application) or 'export' (plugin) is needed: which edition of NextCRM is it?");
        }
        return APP;
    }
}

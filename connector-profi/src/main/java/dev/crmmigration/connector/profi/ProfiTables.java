package dev.crmmigration.connector.profi;

import dev.crmmigration.toolkit.tabular.TableSpec;
import java.util.List;

/** All tables of a bundle. */
final class ProfiTables {

    static final List<TableSpec> ALL = List.of(
            PeopleTables.COACHES,
            PeopleTables.ORGANIZATIONS,
            PeopleTables.CLIENTS,
            ServiceTables.PACKAGES,
            ServiceTables.ENROLLMENTS,
            ServiceTables.SESSIONS,
            ServiceTables.PARTICIPANTS,
            ServiceTables.COURSES,
            ServiceTables.MODULES,
            ServiceTables.CONTENT_ENROLLMENTS,
            ServiceTables.PROGRESS,
            PaperTables.NOTES,
            PaperTables.ACTIVITIES,
            PaperTables.INVOICES,
            PaperTables.LINES,
            PaperTables.PAYMENTS,
            PaperTables.ATTACHMENTS,
            PaperTables.CUSTOM_FIELDS,
            PaperTables.CUSTOM_VALUES);

    private ProfiTables() {}
}

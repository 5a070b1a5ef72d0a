/**
 * Reads tabular exports as they come, row by row, with the origin of each and every damage by rule.
 *
 * <p>A connector describes its tables, opens the export and reads typed rows:
 *
 * <pre>{@code
 * TableSpec clients = TableSpec.of(
 *         "clients",
 *         Column.of(Kind.ID, "client_id", "id"),
 *         Column.of(Kind.EMAIL, "email", "e_mail"),
 *         Column.choice("status", "lead", "active", "archived").meaning("inactive", "archived"),
 *         Column.of(Kind.POSTCODE, "postal_code", "zip").related("country"),
 *         Column.of(Kind.MOMENT, "created_at").ordered());
 *
 * ExportFolder folder = ExportFolder.open("export", path);                 // a folder, a zip or a file
 * TabularExport export = TabularExport.open(folder, List.of(clients), ReadingOptions.NONE.zone(zone));
 * for (Table table : export.tables("clients")) {                           // recognised by header, or by manifest
 *     try (TabularReader reader = table.read()) {
 *         for (TabularRow row = reader.next(); row != null; row = reader.next()) {
 *             row.match(
 *                     data -> data.moment("created_at"),                   // data.repairs() for SourceEntry.Read
 *                     broken -> broken.rule());                            // origin, column, rule for Quarantined
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Columns that no spec knows are text under their {@link HeaderKey}, in {@link Table#extras}; {@link Table#with} gives them a
 * kind once the custom fields are known. {@link TabularFile} reads a file without a description. What whole columns decide, such
 * as the order of dates, is found out with another pass when the first cell needs it. All rules:
 * {@link dev.crmmigration.toolkit.damage.Rule}. Keys, addresses and references:
 * {@link dev.crmmigration.toolkit.identity}.
 */
@NullMarked
package dev.crmmigration.toolkit.tabular;

import org.jspecify.annotations.NullMarked;

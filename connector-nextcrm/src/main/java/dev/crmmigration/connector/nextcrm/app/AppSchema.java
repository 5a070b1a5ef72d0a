package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.error.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of the known tables this database has and may be read: releases differ, and what is absent or of another type is a
 * gap. A table that may not be read, or is none, is a problem that a person has to mend before anything is read.
 */
final class AppSchema {

    private static final List<String> TELLING = List.of("crm_Accounts", "crm_Contacts", "crm_Opportunities", "Users");

    private final Map<String, Relation> relations;
    private final Set<String> leftOut;
    private final String schema;
    private final List<AppTable> tables = new ArrayList<>();
    private final Set<String> gaps = new TreeSet<>();
    private final Set<String> problems = new TreeSet<>();

    private AppSchema(Map<String, Relation> relations, Set<String> leftOut, String schema) {
        this.relations = relations;
        this.leftOut = leftOut;
        this.schema = schema;
    }

    /**
     * @param leftOut objects that are not wanted
     * @throws ConfigurationException naming all that keeps the tables from being read
     */
    static AppSchema of(Map<String, Relation> relations, Set<String> leftOut, DatabaseAccess access) {
        AppSchema read = new AppSchema(relations, leftOut, access.schema());
        read.recognise(access);
        AppTables.ALL.forEach(read::select);
        for (SmallTable small : SmallTable.values()) {
            if (read.relation(small.table()) != null) {
                read.isReadable(small.table(), List.of(small.label()), false);
            }
        }
        read.isReadable("crm_SystemSettings", List.of("key", "value"), false);
        if (!read.problems.isEmpty()) {
            throw new ConfigurationException("database '" + access.database() + "'", List.copyOf(read.problems));
        }
        return read;
    }

    private void recognise(DatabaseAccess access) {
        List<String> missing =
                TELLING.stream().filter(table -> !relations.containsKey(table)).toList();
        if (missing.size() == TELLING.size()) {
            throw new ConfigurationException("schema '" + schema + "' of database '" + access.database()
                    + "' has none of the tables of NextCRM. Check settings 'jdbcUrl' and 'schema'; an installation from before"
                    + " December 2025 that still runs on MongoDB has to be upgraded with NextCRM's own script first");
        }
        missing.forEach(table -> problems.add("table " + Names.quoted(table)
                + " is missing, without which this is no database of NextCRM. Restore it from a backup"));
    }

    private void select(AppTable table) {
        if (leftOut.contains(table.object())) {
            gaps.add("records of " + table.object() + " were not read, as setting 'leaveOut' says");
            return;
        }
        Relation relation = relation(table.table());
        if (relation == null) {
            gaps.add("the database has no table " + Names.quoted(table.table()) + ", so no " + table.object() + " of it"
                    + Releases.since(table.table(), ""));
            return;
        }
        boolean isOther = (!table.onlyWith().isEmpty() && !relation.has(table.onlyWith()))
                || (!table.onlyWithout().isEmpty() && relation.has(table.onlyWithout()));
        if (isOther) {
            return;
        }
        if (!relation.isTable()) {
            problems.add(Names.quoted(table.table()) + " is a view and not a table, so it is not what NextCRM made."
                    + " Give the schema of the application itself, or leave " + table.object()
                    + " out with 'leaveOut'");
            return;
        }
        if (isReadable(table.table(), List.copyOf(table.reads()), true) && hasKey(table, relation)) {
            tables.add(fitted(table, relation));
        }
    }

    private boolean hasKey(AppTable table, Relation relation) {
        List<String> missing =
                table.key().stream().filter(column -> !relation.has(column)).toList();
        missing.forEach(column -> problems.add("table " + Names.quoted(table.table()) + " has no column "
                + Names.quoted(column) + ", so it is not what NextCRM made. Check setting 'schema'"));
        return missing.isEmpty();
    }

    /** Columns that are not there are no matter of rights. */
    private boolean isReadable(String table, List<String> columns, boolean canBeLeftOut) {
        Relation relation = relations.get(table);
        if (relation == null) {
            return false;
        }
        List<String> closed = columns.stream()
                .filter(relation::has)
                .filter(column -> !shape(relation, column).readable())
                .map(Names::quoted)
                .toList();
        if (closed.isEmpty()) {
            return true;
        }
        boolean isAll = relation.columns().values().stream().noneMatch(Relation.Shape::readable);
        String target = Names.quoted(schema) + "." + Names.quoted(table);
        problems.add("no right to read " + (isAll ? "table " : "columns " + String.join(", ", closed) + " of table ")
                + Names.quoted(table) + ". Run: GRANT SELECT" + (isAll ? "" : " (" + String.join(", ", closed) + ")")
                + " ON " + target + " TO the user of setting 'user'"
                + (canBeLeftOut ? "; or leave it out with setting 'leaveOut'" : ""));
        return false;
    }

    private AppTable fitted(AppTable table, Relation relation) {
        List<Column> columns = table.columns().stream()
                .filter(column -> isThere(column, table, relation))
                .toList();
        Map<String, String> deleted = new LinkedHashMap<>(table.deleted());
        deleted.keySet().removeIf(column -> !relation.has(column));
        return table.with(
                columns, deleted, table.changed().stream().filter(relation::has).toList());
    }

    private boolean isThere(Column column, AppTable table, Relation relation) {
        for (String read : column.reads()) {
            boolean isOptional = !read.equals(column.reads().get(0))
                    && (column.kind() == ColumnKind.MONEY || column.kind() == ColumnKind.FILE);
            if (!relation.has(read) && !isOptional) {
                gaps.add("table " + Names.quoted(table.table()) + " has no column " + Names.quoted(read)
                        + Releases.since(table.table(), read));
                return false;
            }
        }
        for (String other : column.tables()) {
            if (relation(other) == null || !isReadable(other, List.of(), false)) {
                return false;
            }
        }
        return column.reads().isEmpty()
                || fits(column, table, shape(relation, column.reads().get(0)));
    }

    private boolean fits(Column column, AppTable table, Relation.Shape shape) {
        if (column.kind().fits(shape.category())) {
            return true;
        }
        gaps.add("column " + Names.quoted(column.reads().get(0)) + " of table " + Names.quoted(table.table())
                + " is of type " + shape.type() + ", which cannot be read as "
                + column.kind().type()
                + "; it was left out");
        return false;
    }

    private static Relation.Shape shape(Relation relation, String column) {
        return relation.columns().getOrDefault(column, new Relation.Shape("", "", false));
    }

    @org.jspecify.annotations.Nullable
    Relation relation(String table) {
        return relations.get(table);
    }

    /** Returns a table that is read. */
    Relation known(String table) {
        Relation found = relation(table);
        if (found == null) {
            throw new IllegalArgumentException("table " + Names.quoted(table) + " is not read");
        }
        return found;
    }

    /** Returns the tables to read, those that others refer to first. */
    List<AppTable> tables() {
        return tables;
    }

    Set<String> objects() {
        return tables.stream().map(AppTable::object).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** Returns what this database lacks, and what in it is not known. */
    List<String> gaps() {
        List<String> all = new ArrayList<>(gaps);
        all.addAll(Releases.unknown(relations));
        all.add("the tables are those of release " + Releases.newest(relations) + " or later");
        return all;
    }
}

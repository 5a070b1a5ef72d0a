package dev.crmmigration.connector.profi;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.toolkit.tabular.HeaderKey;
import dev.crmmigration.toolkit.tabular.Table;
import dev.crmmigration.toolkit.tabular.TabularReader;
import dev.crmmigration.toolkit.tabular.TabularRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the bundle says as a whole, which no row says alone. Made by reading all of it once; holds keys and links only. */
final class Survey {

    private static final int MOST_OPTIONS = 200;

    private final ProfiExport export;
    private final Coaches coaches = new Coaches();
    private final Clients clients;
    private final Packages packages = new Packages();
    private final Sessions sessions;
    private final PackageLinks links;
    private final LinkFacts facts;
    private final Map<String, String> organizationsByName = new HashMap<>();
    private final Set<String> organizations = new HashSet<>();
    private final Set<String> ambiguousNames = new HashSet<>();
    private final Map<String, Instant> lastUse = new HashMap<>();
    private final Map<String, String> enrollmentClients = new HashMap<>();
    private final Map<ObjectType, RowIds> ids = new LinkedHashMap<>();
    private final Map<ObjectType, Long> refused = new HashMap<>();
    private final Map<String, Set<String>> picked = new TreeMap<>();
    private final Map<String, Set<String>> customKeys = new HashMap<>();
    private final Attachments attachments;
    private long privateNotes;

    private Survey(ProfiExport export) {
        this.export = export;
        this.clients = new Clients(export.settings().merges());
        this.sessions = new Sessions(export.zone());
        this.links = new PackageLinks(export.zone());
        this.facts = new LinkFacts(this, links, export.zone());
        this.attachments = new Attachments(export.folder());
    }

    static Survey of(ProfiExport export) {
        Survey survey = new Survey(export);
        for (ProfiObject object : ProfiObject.ALL) {
            survey.look(object);
        }
        survey.sessions.conclude();
        survey.facts.handOver();
        survey.links.conclude();
        survey.facts.conclude();
        return survey;
    }

    private void look(ProfiObject object) {
        RowIds identity = new RowIds(object);
        ids.put(object.type(), identity);
        export.tables(object).forEach(table -> forEach(object, table, identity::see));
        identity.conclude();
        export.tables(object)
                .forEach(table -> forEach(object, table, row -> {
                    identity.identify(row);
                    if (identity.isClash(row)) {
                        refused.merge(object.type(), 1L, Long::sum);
                    } else if (!row.isDeleted()) {
                        see(object, row);
                    }
                }));
        if (object.is(ProfiObject.CLIENT)) {
            clients.conclude();
        }
    }

    private void forEach(ProfiObject object, Table table, Consumer<RowDraft> look) {
        long broken = 0;
        try (TabularReader reader = table.read()) {
            for (TabularRow row = reader.next(); row != null; row = reader.next()) {
                Optional<RowDraft> draft = draft(object, table, row);
                draft.ifPresent(look);
                broken += draft.isEmpty() ? 1 : 0;
            }
        }
        refused.merge(object.type(), broken, Long::sum);
    }

    private Optional<RowDraft> draft(ProfiObject object, Table table, TabularRow row) {
        try {
            return row instanceof TabularRow.Data data
                    ? Optional.of(RowDraft.of(object, table.columns(), data, export.currency()))
                    : Optional.empty();
        } catch (RowRefusedException e) {
            return Optional.empty();
        }
    }

    private void see(ProfiObject object, RowDraft row) {
        seePicked(object, row);
        switch (object.type().name()) {
            case "coach" -> coaches.see(row);
            case "organization" -> seeOrganization(row);
            case "client" -> clients.see(row, coaches.email(row.text("owner_coach_id"), row.text("owner_email")));
            case "package" -> packages.see(row);
            case "enrollment" -> facts.seeEnrollment(row);
            case "session" -> facts.seeSession(row);
            case "session_participant" -> facts.seeParticipant(row);
            case "note" -> seeNote(row);
            case "invoice_line" -> links.addInvoiced(row.text("session_id"), row.text("enrollment_id"));
            case "invoice" -> links.addInvoiced(row.text("session_id"), row.text("enrollment_id"));
            case "attachment" -> attachments.see(row);
            case "custom_field_value" -> seeCustomValue(row);
            default -> {}
        }
    }

    private void seeOrganization(RowDraft row) {
        organizations.add(row.id());
        String name = Names.compared(row.text("name"));
        if (organizationsByName.put(name, row.id()) != null) {
            ambiguousNames.add(name);
        }
    }

    private void seeNote(RowDraft row) {
        sessions.seeNote(row);
        if (row.text("visibility").equals("private")) {
            privateNotes++;
        }
    }

    private void seePicked(ProfiObject object, RowDraft row) {
        export.tables(object).stream()
                .flatMap(table -> table.extras().stream())
                .filter(Fields::isCustom)
                .forEach(column -> row.value(column.key()).ifPresent(value -> {
                    Set<String> options =
                            picked.computeIfAbsent(object.type() + " " + column.key(), any -> new TreeSet<>());
                    if (options.size() < MOST_OPTIONS) {
                        List<?> items = value instanceof List<?> list ? list : List.of(value);
                        items.forEach(item -> options.add(item.toString()));
                    }
                }));
    }

    private void seeCustomValue(RowDraft row) {
        String object = row.text("entity_type");
        String key = HeaderKey.of(row.text("field_key"));
        customKeys.computeIfAbsent(object, any -> new TreeSet<>()).add(key);
        boolean isPicked =
                export.custom(object, key).filter(CustomField::isPicked).isPresent();
        if (isPicked) {
            Set<String> options =
                    picked.computeIfAbsent(object + " " + ProfiObject.CUSTOM + key, any -> new TreeSet<>());
            Stream.of(row.text("value").split(";"))
                    .map(String::strip)
                    .filter(option -> !option.isEmpty() && options.size() < MOST_OPTIONS)
                    .forEach(options::add);
        }
    }

    /** Returns the custom fields of an object that are defined, or that rows of their own have values for. */
    List<CustomField> customFields(ProfiObject object) {
        Map<String, CustomField> fields = new LinkedHashMap<>();
        export.customFields(object).forEach(field -> fields.put(field.key(), field));
        customKeys
                .getOrDefault(object.type().name(), Set.of())
                .forEach(key ->
                        fields.putIfAbsent(key, new CustomField(object.type().name(), key, key, "", List.of())));
        return List.copyOf(fields.values());
    }

    /** Remembers when an enrollment was last used. */
    void used(String enrollment, Instant moment) {
        lastUse.merge(enrollment, moment, (one, other) -> one.isAfter(other) ? one : other);
    }

    Optional<Instant> lastUse(String enrollment) {
        return Optional.ofNullable(lastUse.get(enrollment));
    }

    void enrolled(String enrollment, String client) {
        enrollmentClients.put(enrollment, client);
    }

    /** Returns the client of an enrollment, or empty text. */
    String clientOfEnrollment(String enrollment) {
        return enrollmentClients.getOrDefault(enrollment, "");
    }

    boolean hasEnrollment(String enrollment) {
        return enrollmentClients.containsKey(enrollment);
    }

    /** Returns the organization of that name, if only one has it. */
    Optional<String> organization(String name) {
        String compared = Names.compared(name);
        return ambiguousNames.contains(compared)
                ? Optional.empty()
                : Optional.ofNullable(organizationsByName.get(compared));
    }

    boolean hasOrganization(String id) {
        return organizations.contains(id);
    }

    ProfiExport export() {
        return export;
    }

    Coaches coaches() {
        return coaches;
    }

    Clients clients() {
        return clients;
    }

    Packages packages() {
        return packages;
    }

    Sessions sessions() {
        return sessions;
    }

    PackageLinks links() {
        return links;
    }

    Attachments attachments() {
        return attachments;
    }

    RowIds ids(ProfiObject object) {
        return ids.computeIfAbsent(object.type(), any -> new RowIds(object));
    }

    /** Returns how many rows of an object are put aside. */
    long refused(ProfiObject object) {
        return refused.getOrDefault(object.type(), 0L);
    }

    /** Returns what was picked in a custom column, sorted. */
    Set<String> picked(ProfiObject object, String column) {
        return picked.getOrDefault(object.type() + " " + column, Set.of());
    }

    long privateNotes() {
        return privateNotes;
    }
}

package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a company has stored. Not thread-safe: whoever uses it holds its monitor. */
final class Account {

    private static final Map<String, List<String>> KEYS = keys();
    private static final List<String> CATALOGS =
            List.of("personFields", "organizationFields", "dealFields", "productFields", "activityFields");

    private final PipedriveSettings settings;
    private final SimulatorClock clock;
    private final long seed;
    private final Visibility visibility;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final FileContents files;
    private final OauthTokens oauth;
    private final Map<String, FieldCatalog> catalogs = new LinkedHashMap<>();
    private long lastFieldId;
    private long lastOptionId;
    private long tokenUserId;

    /** Creates an account without anything; see {@link NewAccount}. */
    Account(PipedriveSettings settings, SimulatorClock clock, long seed) {
        this.settings = settings;
        this.clock = clock;
        this.seed = seed;
        this.files = new FileContents(settings.quantity(Quantity.KEPT_FILE_BYTES));
        this.oauth = new OauthTokens(settings, clock, seed);
        this.visibility = new Visibility(this);
        KEYS.forEach((name, keys) -> tables.put(name, new Table(name, keys, new LaggingIndex(clock, settings.lag()))));
        table("activities").sortedBy("due_date");
        table("stages").sortedBy("order_nr");
        CATALOGS.forEach(name -> catalogs.put(name, new FieldCatalog(name)));
    }

    private static Map<String, List<String>> keys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put("organizations", List.of("owner_id", "visible_to"));
        keys.put("persons", List.of("owner_id", "org_id", "visible_to"));
        keys.put(
                "deals",
                List.of(
                        "owner_id",
                        "person_id",
                        "org_id",
                        "pipeline_id",
                        "stage_id",
                        "status",
                        "is_archived",
                        "visible_to"));
        keys.put("activities", List.of("owner_id", "deal_id", "lead_id", "person_id", "org_id", "done", "due_date"));
        keys.put("notes", List.of("user_id", "deal_id", "person_id", "org_id", "lead_id"));
        keys.put("pipelines", List.of());
        keys.put("stages", List.of("pipeline_id", "order_nr"));
        keys.put("activityTypes", List.of("key_string"));
        keys.put("users", List.of());
        keys.put("filters", List.of("type"));
        keys.put("currencies", List.of("code"));
        keys.put("products", List.of("owner_id", "visible_to"));
        keys.put("productVariations", List.of("product_id"));
        keys.put("productImages", List.of("product_id"));
        keys.put("dealProducts", List.of("deal_id", "product_id"));
        keys.put("discounts", List.of("deal_id"));
        keys.put("installments", List.of("deal_id"));
        keys.put("followers", List.of("subject"));
        keys.put("participants", List.of("deal_id", "person_id"));
        keys.put("pictures", List.of("person_id"));
        keys.put("conversions", List.of());
        keys.put("changes", List.of("subject"));
        keys.put("leads", List.of("owner_id", "person_id", "organization_id", "is_archived", "visible_to"));
        keys.put("leadLabels", List.of());
        keys.put("noteComments", List.of("object_id"));
        keys.put("files", List.of("deal_id", "person_id", "org_id", "product_id", "activity_id", "lead_id"));
        keys.put("organizationRelationships", List.of("rel_owner_org_id", "rel_linked_org_id"));
        keys.put("webhooks", List.of("user_id"));
        return keys;
    }

    PipedriveSettings settings() {
        return settings;
    }

    SimulatorClock clock() {
        return clock;
    }

    long seed() {
        return seed;
    }

    Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("there is no object " + name);
        }
        return table;
    }

    boolean hasTable(String name) {
        return tables.containsKey(name);
    }

    OauthTokens oauth() {
        return oauth;
    }

    FileContents files() {
        return files;
    }

    Collection<Table> tables() {
        return tables.values();
    }

    /** Refuses a record that the token's user may not see. */
    void requireVisible(Table table, Row row) {
        if (!visibility.shows(table, row)) {
            throw ApiException.forbidden();
        }
    }

    Visibility visibility() {
        return visibility;
    }

    FieldCatalog catalog(String name) {
        FieldCatalog catalog = catalogs.get(name);
        if (catalog == null) {
            throw new IllegalArgumentException("there are no " + name);
        }
        return catalog;
    }

    Collection<FieldCatalog> catalogs() {
        return catalogs.values();
    }

    /** Returns the next number of a field, of all objects. */
    long nextFieldId() {
        return ++lastFieldId;
    }

    /** Returns the next number of an option, of all fields. */
    long nextOptionId() {
        return ++lastOptionId;
    }

    long lastFieldId() {
        return lastFieldId;
    }

    long lastOptionId() {
        return lastOptionId;
    }

    void continueAfter(long fieldId, long optionId) {
        lastFieldId = fieldId;
        lastOptionId = optionId;
    }

    /** Returns 40 hexadecimal digits that differ from account to account. */
    String fieldCode(long fieldId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((seed + "/" + fieldId).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    long tokenUserId() {
        return tokenUserId;
    }

    void tokenUserId(long id) {
        tokenUserId = id;
    }

    ObjectNode tokenUser() {
        return record("users", tokenUserId);
    }

    /** Returns a copy of a record that is known to be there. */
    ObjectNode record(String object, long id) {
        Row row = table(object).find(id);
        if (row == null) {
            throw new IllegalStateException("no " + object + "/" + id);
        }
        return row.record();
    }

    boolean hasCurrency(String code) {
        return table("currencies").withKey("code", Row.key(code)).size() > 0;
    }

    /** Refuses a reference to a record that is missing or deleted. */
    void requireReference(String parameter, String object, long id) {
        if (!table(object).hasLive(id)) {
            int status = Integer.parseInt(settings.answer(Switch.UNKNOWN_REFERENCE));
            String code = status == 404 ? "ERR_NOT_FOUND" : "ERR_BAD_REQUEST";
            throw ApiException.of(status, code, parameter + ": there is no such record of " + object);
        }
    }

    /** Links a record to a lead, which must be there; {@code null} removes the link, and a missing node changes nothing. */
    void setLead(ObjectNode record, JsonNode leadId) {
        if (leadId.isTextual()) {
            requireReference("lead_id", "leads", rowOf("leads", leadId.textValue()));
        }
        if (leadId.isTextual() || leadId.isNull()) {
            record.set("lead_id", leadId);
        }
    }

    void requireAdmin() {
        if (!settings.isOn(Switch.ADMIN)) {
            throw ApiException.forbidden();
        }
    }

    /** Refuses what the smallest plan does not have. */
    void requireGrowth(String feature) {
        if (settings.plan() == Plan.LITE) {
            throw ApiException.of(403, "ERR_FORBIDDEN", feature + " needs the Growth plan or above");
        }
    }

    /** Returns the number of the company, another one for each seed. */
    long companyId() {
        return 7_000_000 + Math.floorMod(seed, 1_000_000L);
    }

    /** Returns the present as v2 writes it. */
    String now() {
        return Times.v2(clock.now());
    }

    /** Returns the present as the younger calls of v1 write it. */
    String nowWithMillis() {
        return Times.withMillis(clock.now());
    }

    /** Returns the number of the row with this id, or 0 if the id cannot be one of the account's. */
    long rowOf(String object, String uuid) {
        long number = Uuids.numberOf(uuid);
        return Uuids.of(object, seed, number).equalsIgnoreCase(uuid) ? number : 0;
    }

    /** Returns the present as v1 writes it. */
    String nowV1() {
        return Times.v1(clock.now());
    }
}

package dev.crmmigration.connector.kartra;

import static dev.crmmigration.connector.kartra.CellKind.MOMENT;
import static dev.crmmigration.connector.kartra.CellKind.NAMES;
import static dev.crmmigration.connector.kartra.CellKind.NUMBER;
import static dev.crmmigration.connector.kartra.CellKind.PROSE;
import static dev.crmmigration.connector.kartra.CellKind.WORD;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The contacts, which Kartra called leads until 2024. */
final class Contacts implements KartraObject {

    static final ObjectType TYPE = ObjectType.of("contact");
    static final String SEQUENCES = "sequences";

    private static final String DIAL_CODE = "phone_country_code";
    private static final String TEST_DOMAIN = "@kartra.com";

    private static final List<KnownField> FIELDS = List.of(
            KnownField.of(WORD, "lead_id", "contact_id", "kartra_id", "id"),
            KnownField.telling(WORD, "email", "email_address", "e_mail", "lead_email"),
            KnownField.telling(WORD, "first_name", "firstname", "first"),
            KnownField.of(WORD, "middle_name", "middlename"),
            KnownField.telling(WORD, "last_name", "lastname", "surname"),
            KnownField.of(WORD, "phone", "phone_number", "mobile"),
            KnownField.telling(WORD, DIAL_CODE, "country_code", "phone_country"),
            KnownField.of(WORD, "company", "company_name"),
            KnownField.of(WORD, "address"),
            KnownField.of(WORD, "city"),
            KnownField.of(WORD, "state"),
            KnownField.of(WORD, "zip", "zip_code", "postal_code", "postcode"),
            KnownField.of(WORD, "country"),
            KnownField.of(WORD, "website"),
            KnownField.of(WORD, "facebook"),
            KnownField.of(WORD, "twitter"),
            KnownField.of(WORD, "linkedin"),
            KnownField.of(WORD, "source"),
            KnownField.of(NUMBER, "score"),
            KnownField.of(PROSE, "notes"),
            KnownField.of(WORD, "ip"),
            KnownField.of(WORD, "ip_country"),
            KnownField.of(WORD, "lead_preferred_time_zone"),
            KnownField.of(WORD, "sales_tax_id"),
            KnownField.of(MOMENT, "created", "date_joined", "joined", "date_added", "created_at", "registration_date"),
            KnownField.telling(WORD, "gdpr_status", "gdpr_lead_status", "gdpr"),
            KnownField.of(MOMENT, "gdpr_status_date", "gdpr_lead_status_date", "gdpr_date"),
            KnownField.of(WORD, "gdpr_status_ip", "gdpr_lead_status_ip"),
            KnownField.telling(WORD, "gdpr_communications", "gdpr_lead_communications"),
            KnownField.telling(NAMES, "tags", "tag_s"),
            KnownField.telling(NAMES, "lists", "list_s", "list_subscriptions"),
            KnownField.telling(NAMES, SEQUENCES, "sequence_s"),
            KnownField.of(WORD, "owner_email", "owner", "assigned_to", "contact_owner"),
            KnownField.of(WORD, "status"));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    @Override
    public String file() {
        return "contacts";
    }

    @Override
    public List<KnownField> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> made() {
        return Optional.of("created");
    }

    @Override
    public List<List<String>> required() {
        return List.of(List.of("email", "lead_id"));
    }

    @Override
    public Map<String, Derived> derived() {
        return Map.of(
                Consent.STATUS_RAW,
                new Derived(FieldType.TEXT, Consent.STATUS),
                Consent.COMMUNICATIONS_RAW,
                new Derived(FieldType.TEXT, Consent.COMMUNICATIONS),
                "masked_test_lead",
                new Derived(FieldType.BOOLEAN, "email"));
    }

    /** The API knows tags, lists and sequences, and the settings a dial code, also where the export has no column for them. */
    @Override
    public boolean isFilledIn(String key, Set<String> columns, KartraSettings settings) {
        if (settings.api().isPresent() && ApiPass.JOINED.contains(key)) {
            return true;
        }
        return key.equals(DIAL_CODE)
                && columns.contains("phone")
                && !settings.defaultRegion().isEmpty();
    }

    /** What no file has, the API may tell. */
    @Override
    public List<String> told(KartraSettings settings) {
        return settings.api().isPresent() ? ApiPass.ADDED : List.of();
    }

    @Override
    public Set<String> reserved() {
        return Set.copyOf(ApiPass.ADDED);
    }

    /** A column such as {@code Budget (USD)} is a custom field, which Kartra holds as text. */
    @Override
    public boolean hasMoneyHeaders() {
        return false;
    }

    @Override
    public void complete(Row row, KartraSettings settings) {
        Consent.complete(row, settings);
        String email = row.text("email");
        if (email != null) {
            // An App in test mode puts this domain in place of the lead's own (Kartra help 15369011).
            row.put("masked_test_lead", normal(email).endsWith(TEST_DOMAIN));
        }
        String phone = row.text("phone");
        boolean lacksCode =
                row.text(DIAL_CODE) == null && !settings.defaultRegion().isEmpty();
        if (lacksCode && phone != null && !phone.startsWith("+")) {
            row.put(DIAL_CODE, settings.defaultRegion());
            row.repaired(DIAL_CODE, "default-region", phone);
        }
    }

    @Override
    public RowRelations relations() {
        return new ChunkReport();
    }

    @Override
    public String id(Row row) throws RowRefusedException {
        String id = row.text("lead_id");
        String email = row.text("email");
        if (id == null && email == null) {
            throw new RowRefusedException(
                    "", "missing-id: the row has neither lead id nor e-mail. Fill one of them in");
        }
        return id != null ? id : normal(email);
    }

    static String normal(@Nullable String email) {
        return email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
    }
}

package dev.crmmigration.connector.nextcrm.plugin;

import dev.crmmigration.api.catalog.FieldType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file can hold. The names of columns are those of three related plugins (FluentCRM 2.9, Groundhogg 4.7, Jetpack
 * CRM; read 2026-08), since NextCRM has published none.
 */
enum PluginObject {
    CONTACT("contact", Set.of("email"), contactFields()),
    COMPANY("account", Set.of("name"), companyFields());

    private final String type;
    private final Set<String> required;
    private final Map<String, Field> fields;

    PluginObject(String type, Set<String> required, Map<String, Field> fields) {
        this.type = type;
        this.required = required;
        this.fields = fields;
    }

    /** A field, and the keys of headers that stand for it. */
    record Field(FieldType type, List<String> names) {}

    private static Map<String, Field> contactFields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        put(fields, FieldType.TEXT, "plugin_id", "id", "contact_id", "subscriber_id");
        put(fields, FieldType.TEXT, "email", "email_address", "e_mail", "mail");
        put(fields, FieldType.TEXT, "first_name", "firstname", "vorname", "prenom", "nombre");
        put(fields, FieldType.TEXT, "last_name", "lastname", "surname", "nachname", "nom", "apellido");
        put(fields, FieldType.TEXT, "office_phone", "phone", "primary_phone", "work_telephone", "telefon", "telephone");
        put(fields, FieldType.TEXT, "mobile_phone", "mobile", "mobile_telephone");
        put(fields, FieldType.TEXT, "company", "company_name", "primary_company", "companies", "organization", "firma");
        put(fields, FieldType.TEXT, "position", "job_title");
        put(fields, FieldType.TEXT, "website", "url");
        put(fields, FieldType.TEXT, "subscription_status", "status", "optin_status", "opt_in_status");
        put(fields, FieldType.TEXT, "contact_kind", "contact_type");
        put(fields, FieldType.CHOICES, "tags", "tag", "schlagworter", "schlagworte");
        put(fields, FieldType.CHOICES, "lists", "list", "segments", "listen");
        put(fields, FieldType.CHOICES, "notes", "note");
        put(fields, FieldType.TEXT, "address_line_1", "street_address_1", "address");
        put(fields, FieldType.TEXT, "address_line_2", "street_address_2");
        put(fields, FieldType.TEXT, "city", "stadt", "ort");
        put(fields, FieldType.TEXT, "state", "region");
        put(fields, FieldType.TEXT, "postal_code", "postal_zip", "zip", "postcode", "plz");
        put(fields, FieldType.TEXT, "country", "land");
        put(fields, FieldType.TEXT, "birthday", "date_of_birth");
        put(fields, FieldType.TEXT, "source", "lead_source");
        put(fields, FieldType.TEXT, "owner_email", "owner", "owner_username");
        put(fields, FieldType.INSTANT, "created", "created_at", "date_created", "created_date");
        put(fields, FieldType.INSTANT, "updatedAt", "updated_at", "last_updated_date");
        return fields;
    }

    private static Map<String, Field> companyFields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        put(fields, FieldType.TEXT, "name", "company_name", "company");
        put(fields, FieldType.TEXT, "industry");
        put(fields, FieldType.TEXT, "email");
        put(fields, FieldType.TEXT, "office_phone", "phone");
        put(fields, FieldType.TEXT, "website");
        put(fields, FieldType.TEXT, "employees", "employees_number");
        put(fields, FieldType.TEXT, "type");
        put(fields, FieldType.LONG_TEXT, "description");
        put(fields, FieldType.LONG_TEXT, "billing_street", "address_line_1");
        put(fields, FieldType.TEXT, "billing_city", "city");
        put(fields, FieldType.TEXT, "billing_state", "state");
        put(fields, FieldType.TEXT, "billing_postal_code", "postal_code");
        put(fields, FieldType.TEXT, "billing_country", "country");
        put(fields, FieldType.TEXT, "owner_email");
        put(fields, FieldType.INSTANT, "createdAt", "created_at");
        put(fields, FieldType.INSTANT, "updatedAt", "updated_at");
        return fields;
    }

    private static void put(Map<String, Field> fields, FieldType type, String key, String... others) {
        List<String> names = new java.util.ArrayList<>(List.of(key));
        names.addAll(List.of(others));
        fields.put(key, new Field(type, List.copyOf(names)));
    }

    String type() {
        return type;
    }

    Map<String, Field> fields() {
        return fields;
    }

    /** Returns the field that a header stands for. */
    Optional<String> field(String header, Map<String, String> columns) {
        String chosen = columns.get(header);
        if (chosen != null) {
            return fields.containsKey(chosen) ? Optional.of(chosen) : Optional.empty();
        }
        return fields.entrySet().stream()
                .filter(entry -> entry.getValue().names().contains(header))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    boolean isTold(Set<String> found) {
        return found.containsAll(required);
    }
}

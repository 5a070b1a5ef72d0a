package dev.crmmigration.connector.nextcrm.plugin;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.connector.nextcrm.plugin.PluginObject.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields that are known, each with the keys of headers that stand for it. */
final class PluginFields {

    static final Map<String, Field> CONTACTS = Collections.unmodifiableMap(contactFields());
    static final Map<String, Field> COMPANIES = Collections.unmodifiableMap(companyFields());

    private PluginFields() {}

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
        put(fields, FieldType.TEXT, "plugin_id", "id");
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
        List<String> names = new ArrayList<>(List.of(key));
        names.addAll(List.of(others));
        fields.put(key, new Field(type, List.copyOf(names)));
    }
}

package dev.crmmigration.connector.profi;

import static dev.crmmigration.toolkit.bundle.Columns.field;
import static dev.crmmigration.toolkit.bundle.Columns.table;

import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.tabular.Column;
import dev.crmmigration.toolkit.tabular.TableSpec;

/** The files about coaches, companies and clients. */
final class PeopleTables {

    static final TableSpec COACHES = table(
            "coaches",
            field(Kind.ID, "coach_id"),
            field(Kind.EMAIL, "email"),
            field(Kind.TEXT, "first_name"),
            field(Kind.TEXT, "last_name"),
            Column.choice("role", "owner", "team_manager", "coach", "assistant"),
            Column.choice("status", "active", "invited", "deactivated"),
            field(Kind.TEXT, "time_zone"));

    static final TableSpec ORGANIZATIONS = table(
            "organizations",
            field(Kind.ID, "organization_id"),
            field(Kind.TEXT, "name"),
            field(Kind.REFERENCE, "parent_organization_id"),
            field(Kind.TEXT, "domain"),
            field(Kind.URL, "website"),
            field(Kind.TEXT, "industry"),
            field(Kind.PHONE, "phone"),
            field(Kind.TEXT, "address_line1"),
            field(Kind.TEXT, "address_line2"),
            field(Kind.TEXT, "city"),
            field(Kind.TEXT, "state"),
            Column.of(Kind.POSTCODE, "postal_code").related("country"),
            field(Kind.COUNTRY, "country"),
            field(Kind.REFERENCE, "owner_coach_id"),
            field(Kind.EMAIL, "owner_email"));

    static final TableSpec CLIENTS = table(
            "clients",
            field(Kind.ID, "client_id"),
            Column.choice("kind", "person", "business"),
            Column.choice("status", "lead", "active", "inactive", "archived"),
            field(Kind.TEXT, "first_name"),
            field(Kind.TEXT, "last_name"),
            field(Kind.TEXT, "full_name"),
            field(Kind.EMAIL, "email"),
            field(Kind.LIST, "secondary_emails"),
            field(Kind.PHONE, "phone"),
            field(Kind.TEXT, "phone_country_code"),
            field(Kind.TEXT, "job_title"),
            field(Kind.REFERENCE, "organization_id"),
            field(Kind.TEXT, "organization_name"),
            field(Kind.TEXT, "address_line1"),
            field(Kind.TEXT, "address_line2"),
            field(Kind.TEXT, "city"),
            field(Kind.TEXT, "state"),
            Column.of(Kind.POSTCODE, "postal_code").related("country"),
            field(Kind.COUNTRY, "country"),
            field(Kind.URL, "website_url"),
            field(Kind.URL, "linkedin_url"),
            field(Kind.URL, "facebook_url"),
            field(Kind.URL, "instagram_url"),
            field(Kind.URL, "twitter_url"),
            field(Kind.TEXT, "time_zone"),
            field(Kind.REFERENCE, "owner_coach_id"),
            field(Kind.EMAIL, "owner_email"),
            field(Kind.LIST, "co_coach_ids"),
            field(Kind.LIST, "tags"),
            field(Kind.REFERENCE, "photo_attachment_id"));

    private PeopleTables() {}
}

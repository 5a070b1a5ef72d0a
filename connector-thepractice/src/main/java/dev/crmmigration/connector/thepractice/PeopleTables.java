package dev.crmmigration.connector.thepractice;

import static dev.crmmigration.toolkit.bundle.Columns.field;
import static dev.crmmigration.toolkit.bundle.Columns.table;

import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.tabular.Column;
import dev.crmmigration.toolkit.tabular.TableSpec;

/** The files about coaches, clients, companies, groups and tags. */
final class PeopleTables {

    static final TableSpec COACHES = table(
            "coaches",
            field(Kind.ID, "coach_id"),
            field(Kind.EMAIL, "email"),
            field(Kind.TEXT, "first_name"),
            field(Kind.TEXT, "last_name"),
            Column.choice("role", "owner", "admin", "partner", "collaborator"),
            Column.choice("status", "active", "invited", "removed"),
            field(Kind.TEXT, "time_zone"),
            field(Kind.MOMENT, "last_sign_in_at"));

    static final TableSpec CLIENTS = table(
            "clients",
            field(Kind.ID, "client_id"),
            field(Kind.TEXT, "first_name"),
            field(Kind.TEXT, "last_name"),
            field(Kind.EMAIL, "email"),
            field(Kind.LIST, "secondary_emails"),
            field(Kind.PHONE, "phone"),
            field(Kind.LIST, "secondary_phones"),
            field(Kind.TEXT, "address_line1"),
            field(Kind.TEXT, "address_line2"),
            field(Kind.TEXT, "city"),
            field(Kind.TEXT, "state"),
            Column.of(Kind.POSTCODE, "postal_code").related("country"),
            field(Kind.COUNTRY, "country"),
            field(Kind.TEXT, "time_zone"),
            Column.choice("status", "lead", "active", "inactive", "archived"),
            Column.choice("on_track", "on_track", "at_risk", "off_track", "none"),
            field(Kind.TEXT, "referral_source"),
            field(Kind.REFERENCE, "company_id"),
            field(Kind.TEXT, "company_name"),
            field(Kind.TEXT, "job_title"),
            field(Kind.URL, "linkedin_url"),
            field(Kind.URL, "instagram_url"),
            field(Kind.URL, "facebook_url"),
            field(Kind.URL, "twitter_url"),
            field(Kind.URL, "website_url"),
            field(Kind.DATE, "birthday"),
            field(Kind.REFERENCE, "assigned_coach_id"),
            field(Kind.EMAIL, "assigned_coach_email"),
            field(Kind.LIST, "tags"),
            field(Kind.LIST, "groups"));

    static final TableSpec COMPANIES = table(
            "companies",
            field(Kind.ID, "company_id"),
            field(Kind.TEXT, "name"),
            field(Kind.URL, "website"),
            field(Kind.TEXT, "domain"),
            field(Kind.PHONE, "phone"),
            field(Kind.TEXT, "address_line1"),
            field(Kind.TEXT, "city"),
            field(Kind.TEXT, "state"),
            Column.of(Kind.POSTCODE, "postal_code").related("country"),
            field(Kind.COUNTRY, "country"),
            field(Kind.TEXT, "industry"));

    static final TableSpec CLIENT_COMPANIES = table(
            "client_companies",
            field(Kind.REFERENCE, "client_id"),
            field(Kind.REFERENCE, "company_id"),
            Column.choice("role", "employer", "own_business", "other"),
            field(Kind.BOOLEAN, "is_primary"),
            field(Kind.TEXT, "title"));

    static final TableSpec GROUPS = table(
            "groups",
            field(Kind.ID, "group_id"),
            field(Kind.TEXT, "name"),
            field(Kind.REFERENCE, "parent_group_id"),
            field(Kind.LIST, "tags"),
            field(Kind.LONG_TEXT, "description"));

    static final TableSpec GROUP_MEMBERS = table(
            "group_members",
            field(Kind.REFERENCE, "group_id"),
            field(Kind.REFERENCE, "client_id"),
            field(Kind.EMAIL, "client_email"),
            field(Kind.MOMENT, "joined_at"));

    static final TableSpec TAGS =
            table("tags", field(Kind.ID, "tag_id"), field(Kind.TEXT, "name"), field(Kind.TEXT, "color"));

    private PeopleTables() {}
}

package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.List;
import java.util.Set;

/** What users may do and how their account is set up, by v1. There is one role. */
final class UserRights {

    private static final List<String> PERMISSIONS = List.of(
            "can_add_custom_fields",
            "can_add_products",
            "can_add_prospects_as_leads",
            "can_bulk_edit_items",
            "can_change_visibility_of_items",
            "can_convert_deals_to_leads",
            "can_create_own_workflow",
            "can_delete_activities",
            "can_delete_custom_fields",
            "can_delete_deals",
            "can_edit_custom_fields",
            "can_edit_deals_closed_date",
            "can_edit_products",
            "can_edit_shared_filters",
            "can_export_data_from_lists",
            "can_follow_other_users",
            "can_merge_deals",
            "can_merge_organizations",
            "can_merge_people",
            "can_modify_labels",
            "can_see_company_wide_statistics",
            "can_see_deals_list_summary",
            "can_see_hidden_items_names",
            "can_see_other_users",
            "can_see_other_users_statistics",
            "can_see_security_dashboard",
            "can_share_filters",
            "can_share_insights",
            "can_use_api",
            "can_use_email_tracking",
            "can_use_import");
    private static final Set<String> FOR_ADMINISTRATORS = Set.of(
            "can_add_custom_fields",
            "can_delete_custom_fields",
            "can_edit_custom_fields",
            "can_see_hidden_items_names",
            "can_see_security_dashboard");

    private final Account account;

    UserRights(Account account) {
        this.account = account;
    }

    List<Endpoint> endpoints() {
        String one = Endpoint.V1 + "/users/{id}";
        return List.of(
                new Endpoint("GET", one + "/permissions", 10, request -> permissions(user(request))),
                new Endpoint("GET", one + "/roleAssignments", 10, request -> roleAssignments(request, user(request))),
                new Endpoint("GET", one + "/roleSettings", 10, request -> roleSettings(user(request))),
                new Endpoint("GET", Endpoint.V1 + "/userConnections", 20, request -> Replies.data(200, Json.object())),
                new Endpoint("GET", Endpoint.V1 + "/userSettings", 2, request -> Replies.data(200, settings())));
    }

    private ObjectNode user(Request request) {
        Row row = account.table("users").find(EntityEndpoints.id(request));
        if (row == null) {
            throw Users.notFound();
        }
        return row.record();
    }

    private static Reply permissions(ObjectNode user) {
        boolean isAdministrator = false;
        for (var access : user.path("access")) {
            isAdministrator |= access.path("admin").asBoolean(false);
        }
        ObjectNode permissions = Json.object();
        for (String permission : PERMISSIONS) {
            permissions.put(permission, isAdministrator || !FOR_ADMINISTRATORS.contains(permission));
        }
        return Replies.data(200, permissions);
    }

    private static Reply roleAssignments(Request request, ObjectNode user) {
        ListV1 page = ListV1.of(request);
        ObjectNode assignment = Json.object();
        assignment.set("user_id", user.get("id"));
        assignment.set("role_id", user.get("role_id"));
        assignment.putNull("parent_role_id");
        assignment.put("name", "Everybody");
        assignment.put("active_flag", true);
        assignment.put("type", "1");
        List<byte[]> shown = page.start() == 0 ? List.of(Json.bytes(assignment)) : List.of();
        return Replies.pageV1(shown, page.start(), page.limit(), false);
    }

    private static Reply roleSettings(ObjectNode user) {
        ObjectNode settings = Json.object();
        for (String object : List.of("deal", "lead", "org", "person", "product")) {
            settings.put(object + "_default_visibility", 3);
        }
        for (String object : List.of("deal", "org", "person", "product")) {
            settings.put(object + "_access_level", user.path("role_id").asInt(1));
        }
        return Replies.data(200, settings);
    }

    private static ObjectNode settings() {
        ObjectNode settings = Json.object();
        settings.put("marketplace_team", false);
        settings.put("list_limit", 100);
        settings.put("beta_app", false);
        settings.put("prevent_salesphone_callto_override", false);
        settings.put("file_upload_destination", "s3");
        settings.put("callto_link_syntax", "callto:[number]");
        settings.put("autofill_deal_expected_close_date", false);
        settings.put("person_duplicate_condition", "name && (org_id || email || phone)");
        return settings;
    }
}

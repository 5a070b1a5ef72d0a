package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;

/** Shows relationships as v1 does: with both organizations, and as one of them sees it. */
final class RelationshipDocuments {

    private static final String OWNER = "rel_owner_org_id";
    private static final String LINKED = "rel_linked_org_id";

    private final Account account;

    RelationshipDocuments(Account account) {
        this.account = account;
    }

    /** Answers with one relationship. */
    ObjectNode one(ObjectNode relationship, long organization) {
        ObjectNode answer = Json.object();
        answer.put("success", true);
        answer.set("data", of(relationship, organization));
        relate(answer, relationship);
        return answer;
    }

    /** Answers with all relationships of an organization. */
    ObjectNode list(List<ObjectNode> relationships) {
        ObjectNode answer = Json.object();
        answer.put("success", true);
        answer.putArray("data").addAll(relationships);
        ObjectNode paging = answer.putObject("additional_data");
        paging.put("start", 0);
        paging.put("limit", Math.max(100, relationships.size()));
        paging.put("more_items_in_collection", false);
        answer.putObject("related_objects").putObject("organization");
        relationships.forEach(relationship -> relate(answer, relationship));
        return answer;
    }

    private void relate(ObjectNode answer, ObjectNode relationship) {
        ObjectNode related = answer.withObject("/related_objects/organization");
        for (String side : List.of(OWNER, LINKED)) {
            JsonNode id = relationship.path(side);
            long number = id.isObject() ? id.path("value").longValue() : id.longValue();
            ObjectNode organization = organization(number);
            organization.put("id", number);
            related.set(Long.toString(number), organization);
        }
    }

    /** Returns a relationship as an organization sees it; 0 if nobody looks. */
    ObjectNode of(ObjectNode relationship, long organization) {
        ObjectNode shown = relationship.deepCopy();
        // The document has a text here where all other objects have a boolean.
        shown.put("active_flag", relationship.path("active_flag").asText("true"));
        for (String side : List.of(OWNER, LINKED)) {
            long id = relationship.path(side).longValue();
            shown.set(side, organization(id).put("value", id));
        }
        boolean isOwner = relationship.path(OWNER).longValue() == organization;
        if (isOwner || relationship.path(LINKED).longValue() == organization) {
            JsonNode other = shown.path(isOwner ? LINKED : OWNER);
            boolean isParent = relationship.path("type").asText("").equals("parent");
            shown.put("calculated_type", isParent ? (isOwner ? "daughter" : "parent") : "related");
            shown.set("calculated_related_org_id", other.path("value"));
            shown.set("related_organization_name", other.path("name"));
        }
        return shown;
    }

    private ObjectNode organization(long id) {
        ObjectNode shown = Json.object();
        Row row = account.table("organizations").find(id);
        ObjectNode record = row == null ? Json.object() : row.record();
        shown.put("name", record.path("name").asText(""));
        shown.put("people_count", account.table("persons").withKey("org_id", id).size());
        shown.put("owner_id", record.path("owner_id").asLong(0));
        shown.put("address", record.path("address").path("value").textValue());
        shown.put("active_flag", row != null && !row.isDeleted());
        shown.put("cc_email", "acme@pipedrivemail.example");
        return shown;
    }
}

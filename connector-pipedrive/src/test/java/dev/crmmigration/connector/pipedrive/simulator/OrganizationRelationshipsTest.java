package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationRelationshipsTest {

    private static final String RELATIONSHIPS = "/v1/organizationRelationships";
    private static final String PARENT = "{'type':'parent','rel_owner_org_id':1,'rel_linked_org_id':2}";

    @Test
    void looksDifferentFromBothSides() {
        try (PipedriveTestClient client = withOrganizations()) {
            JsonNode made = client.post(RELATIONSHIPS, PARENT).data();

            assertThat(made.at("/rel_owner_org_id/value").asInt()).isEqualTo(1);
            assertThat(made.at("/rel_linked_org_id/name").asText()).isEqualTo("Daughter");
            assertThat(made.path("active_flag").isTextual()).isTrue();
            assertThat(made.has("calculated_type")).isFalse();
            JsonNode fromParent = client.get(RELATIONSHIPS + "?org_id=1").data().path(0);
            assertThat(fromParent.path("calculated_type").asText()).isEqualTo("daughter");
            assertThat(fromParent.path("calculated_related_org_id").asInt()).isEqualTo(2);
            JsonNode fromDaughter = client.get(RELATIONSHIPS + "/1?org_id=2").data();
            assertThat(fromDaughter.path("calculated_type").asText()).isEqualTo("parent");
            assertThat(fromDaughter.path("related_organization_name").asText()).isEqualTo("Parent");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'aunt','rel_owner_org_id':1,'rel_linked_org_id':2}",
                "{'type':'parent','rel_owner_org_id':1,'rel_linked_org_id':1}",
                "{'type':'parent','rel_owner_org_id':1,'rel_linked_org_id':9}",
                "{'type':'parent','rel_owner_org_id':1}"
            })
    void refusesAWrongOne(String body) {
        try (PipedriveTestClient client = withOrganizations()) {
            assertThat(client.post(RELATIONSHIPS, body).status()).isEqualTo(400);
            assertThat(client.get(RELATIONSHIPS).status()).isEqualTo(400);
            assertThat(client.get(RELATIONSHIPS + "?org_id=1").data().size()).isZero();
        }
    }

    @Test
    void changesAndGoes() {
        try (PipedriveTestClient client = withOrganizations()) {
            client.post(RELATIONSHIPS, PARENT);

            Answer changed = client.send("PUT", RELATIONSHIPS + "/1", "{'type':'related'}");

            assertThat(changed.data().path("type").asText()).isEqualTo("related");
            assertThat(client.get(RELATIONSHIPS + "?org_id=2")
                            .data()
                            .at("/0/calculated_type")
                            .asText())
                    .isEqualTo("related");
            assertThat(client.delete(RELATIONSHIPS + "/1").data().toString()).isEqualTo("{\"id\":1}");
            assertThat(client.get(RELATIONSHIPS + "?org_id=1").data().size()).isZero();
            assertThat(client.delete(RELATIONSHIPS + "/1").status()).isEqualTo(404);
        }
    }

    @Test
    void refusesMoreThanTheCompanyMayHave() {
        try (PipedriveTestClient client = PipedriveTestClient.start("organizationRelationships", "1")) {
            client.created("/api/v2/organizations", "{'name':'A'}");
            client.created("/api/v2/organizations", "{'name':'B'}");
            client.post(RELATIONSHIPS, PARENT);

            Answer answer = client.post(RELATIONSHIPS, PARENT);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("feature_capping_organization_relationships_limit");
        }
    }

    private static PipedriveTestClient withOrganizations() {
        PipedriveTestClient client = PipedriveTestClient.start();
        client.created("/api/v2/organizations", "{'name':'Parent'}");
        client.created("/api/v2/organizations", "{'name':'Daughter'}");
        return client;
    }
}

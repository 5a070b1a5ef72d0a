package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import org.junit.jupiter.api.Test;

class OrganizationsTest {

    private static final String ORGANIZATIONS = "/api/v2/organizations";

    @Test
    void clearsThePartsThatWereNotSent_whenAnAddressIsPatched() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long id = client.created(
                    ORGANIZATIONS,
                    "{'name':'Blue Bakery','address':{'value':'1 Example Street','locality':'Sampletown'}}");

            JsonNode address = client.patch(ORGANIZATIONS + "/" + id, "{'address':{'value':'2 Example Street'}}")
                    .data()
                    .path("address");

            assertThat(address.path("value").asText()).isEqualTo("2 Example Street");
            assertThat(address.path("locality").isNull()).isTrue();
        }
    }

    @Test
    void refusesAnAddress_whenItHasNoValue() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            Answer answer = client.post(ORGANIZATIONS, "{'name':'B','address':{'locality':'Sampletown'}}");

            assertThat(answer.error()).isEqualTo("Validation failed: address.value: This field is missing.");
        }
    }

    @Test
    void knowsTheDetailsOfACompany_whenTheAccountHasThem() {
        try (PipedriveTestClient without = PipedriveTestClient.start();
                PipedriveTestClient with = PipedriveTestClient.start("companyDetails", "on")) {
            String body = "{'name':'Blue Bakery','website':'https://bakery.example','employee_count':12}";

            assertThat(without.post(ORGANIZATIONS, body).status()).isEqualTo(400);
            assertThat(with.post(ORGANIZATIONS, body)
                            .data()
                            .path("employee_count")
                            .asInt())
                    .isEqualTo(12);
            assertThat(without.get("/api/v2/organizationFields?limit=500").text())
                    .doesNotContain("employee_count");
            assertThat(with.get("/api/v2/organizationFields?limit=500").text()).contains("employee_count");
        }
    }

    @Test
    void keepsDuplicates() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long first = client.created(ORGANIZATIONS, "{'name':'Blue Bakery'}");
            long second = client.created(ORGANIZATIONS, "{'name':'Blue Bakery'}");

            assertThat(second).isEqualTo(first + 1);
        }
    }
}

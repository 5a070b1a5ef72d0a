package dev.crmmigration.connector.freshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private static JsonNode field(FreshsalesTestClient client, String object, String name) {
        for (JsonNode field :
                client.get("/api/settings/" + object + "/fields").json().path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("there is no " + name);
    }

    @Test
    void tellsWhatIsRequiredAndWhatCanBeChosen() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            assertThat(field(client, "contacts", "emails").path("required").asBoolean())
                    .isTrue();
            assertThat(field(client, "deals", "amount").path("required").asBoolean())
                    .isTrue();
            assertThat(field(client, "deals", "sales_account_id")
                            .path("required")
                            .asBoolean())
                    .isFalse();
            assertThat(field(client, "deals", "deal_type_id").path("choices").findValuesAsText("value"))
                    .containsExactly("New Business", "Existing Business");
            assertThat(field(client, "deals", "deal_type_id").has("selector")).isFalse();
            assertThat(client.get("/api/settings/sales_activities/fields").status())
                    .isEqualTo(200);
            assertThat(client.get("/api/settings/tasks/fields").status()).isEqualTo(404);
        }
    }

    @Test
    void namesCustomFieldsByTheLettersOfTheirLabel() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            String first = client.edit(
                            "{'object':'deal_fields','add':{'label':'Acréscimo de correção','type':'number'}}")
                    .path("name")
                    .asText();
            String second = client.edit("{'object':'deal_fields','add':{'label':'BDR Stage - Deal'}}")
                    .path("name")
                    .asText();

            assertThat(List.of(first, second)).containsExactly("cf_acrscimo_de_correo", "cf_bdr_stage_-_deal");
            assertThat(field(client, "deals", first).path("default").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void keepsCustomValuesByTheirType() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            for (String type : List.of("text", "number", "checkbox", "date", "dropdown", "multi_select_dropdown")) {
                client.edit("{'object':'contact_fields','add':{'label':'F " + type + "','type':'" + type
                        + "','choices':['A','B']}}");
            }

            JsonNode custom = client.post(
                            "/api/contacts",
                            "{'contact':{'emails':'a@one.example','custom_field':{'cf_f_text':'x','cf_f_number':'12.5',"
                                    + "'cf_f_checkbox':true,'cf_f_date':'bad','cf_f_dropdown':'B',"
                                    + "'cf_f_multi_select_dropdown':['A','B'],'cf_gone':1}}}")
                    .record()
                    .path("custom_field");

            assertThat(custom.toString())
                    .isEqualTo("{\"cf_f_text\":\"x\",\"cf_f_number\":12.5,\"cf_f_checkbox\":true,\"cf_f_date\":null,"
                            + "\"cf_f_dropdown\":\"B\",\"cf_f_multi_select_dropdown\":[\"A\",\"B\"]}");
        }
    }

    @Test
    void treatsUnknownFieldsAndChoicesAsSet() {
        String field = "{'object':'contact_fields','add':{'label':'Kind','type':'dropdown','choices':['A']}}";
        String body = "{'emails':'a@one.example','custom_field':{'cf_kind':'Z'}}";
        try (FreshsalesTestClient rejecting = FreshsalesTestClient.start("unknownCustomField", "reject");
                FreshsalesTestClient dropping = FreshsalesTestClient.start("unknownChoice", "null");
                FreshsalesTestClient ignoring = FreshsalesTestClient.start("unknownChoice", "ignore")) {
            List.of(rejecting, dropping, ignoring).forEach(client -> client.edit(field));
            long id = ignoring.created("/api/contacts", body.replace("Z", "A"));

            assertThat(rejecting.post("/api/contacts", body).errors()).containsExactly("Kind is not a valid choice");
            assertThat(rejecting
                            .post("/api/contacts", "{'emails':'a@one.example','custom_field':{'cf_x':1}}")
                            .status())
                    .isEqualTo(400);
            assertThat(dropping.post("/api/contacts", body)
                            .record()
                            .at("/custom_field/cf_kind")
                            .isNull())
                    .isTrue();
            assertThat(ignoring.put("/api/contacts/" + id, body)
                            .record()
                            .at("/custom_field/cf_kind")
                            .asText())
                    .isEqualTo("A");
        }
    }

    @Test
    void refusesFieldsThatThePlanDoesNotHave() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start("plan", "free")) {
            assertThat(client.post("/__simulator/edit", "{'object':'contact_fields','add':{'label':'X'}}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void createsFieldsOverTheApi_whereTheAccountLetsAKeyDoIt() {
        String body = "{'label':'Legacy','field_type':1,'required':false}";
        try (FreshsalesTestClient client = FreshsalesTestClient.start("fieldCreation", "on");
                FreshsalesTestClient without = FreshsalesTestClient.start()) {
            long form = client.get("/api/settings/contacts/forms")
                    .json()
                    .at("/forms/0/id")
                    .longValue();
            String path = "/api/settings/contacts/forms/" + form + "/fields";

            assertThat(client.post(path, body).record().path("name").asText()).isEqualTo("cf_legacy");
            assertThat(client.post("/api/settings/contacts/forms/1/fields", body)
                            .status())
                    .isEqualTo(404);
            assertThat(without.post(path, body).status()).isEqualTo(404);
            assertThat(client.post("/api/settings/contacts/fields", body).status())
                    .isEqualTo(404);
        }
    }
}

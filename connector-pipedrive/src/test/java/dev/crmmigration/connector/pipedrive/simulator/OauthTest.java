package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OauthTest {

    private static final String ME = "/v1/users/me";
    private static final String FIRST = "simulator-refresh-token";
    private static final Pattern CODE = Pattern.compile("code=([0-9a-f]+)&amp;state=a%26b");

    @TempDir
    private Path folder;

    @Test
    void letsNobodyIn_afterAnHour() {
        try (PipedriveTestClient client = PipedriveTestClient.start("auth", "oauth")) {
            bearer(client, PipedriveTestClient.TOKEN);
            assertThat(client.get(ME).status()).isEqualTo(200);
            client.advance(Duration.ofMinutes(60));
            assertThat(client.get(ME).status()).isEqualTo(401);

            JsonNode tokens = refresh(client, FIRST).json();
            bearer(client, tokens.path("access_token").asText());

            assertThat(client.get(ME).status()).isEqualTo(200);
            assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
            assertThat(tokens.path("expires_in").asInt()).isEqualTo(3599);
            assertThat(tokens.path("api_domain").asText())
                    .isEqualTo(client.simulator().url().toString());
            client.advance(Duration.ofMinutes(61));
            assertThat(client.get(ME).status()).isEqualTo(401);
        }
    }

    @Test
    void takesARefreshTokenOnce() {
        try (PipedriveTestClient client = PipedriveTestClient.start("auth", "oauth")) {
            String second = refresh(client, FIRST).json().path("refresh_token").asText();

            Answer again = refresh(client, FIRST);

            assertThat(second).isNotEqualTo(FIRST);
            assertThat(again.status()).isEqualTo(400);
            assertThat(again.error()).isEqualTo("invalid_grant");
            assertThat(refresh(client, second).status()).isEqualTo(200);
        }
    }

    @Test
    void takesARefreshTokenAgain_whereTheyDoNotChange() {
        try (PipedriveTestClient client =
                PipedriveTestClient.start("auth", "oauth", "refreshTokenRotation", "off", "refreshToken", "mine")) {
            assertThat(refresh(client, "mine").json().path("refresh_token").asText())
                    .isEqualTo("mine");
            client.advance(Duration.ofDays(59));
            assertThat(refresh(client, "mine").status()).isEqualTo(200);
            client.advance(Duration.ofDays(60));
            assertThat(refresh(client, "mine").status()).isEqualTo(400);
        }
    }

    @Test
    void givesTokensForACode_once() {
        try (PipedriveTestClient client = PipedriveTestClient.start("auth", "oauth")) {
            Matcher code = CODE.matcher(authorize(client).text());
            assertThat(code.find()).isTrue();
            String form = "grant_type=authorization_code&redirect_uri=https%3A%2F%2Fapp.example&code=" + code.group(1);
            basic(client, "simulator-client:simulator-secret");

            JsonNode tokens = client.form("POST", "/oauth/token", form).json();

            assertThat(client.form("POST", "/oauth/token", form).status()).isEqualTo(400);
            bearer(client, tokens.path("access_token").asText());
            assertThat(client.get(ME).status()).isEqualTo(200);
        }
    }

    @Test
    void forgetsACode_afterFiveMinutes() {
        try (PipedriveTestClient client = PipedriveTestClient.start("auth", "oauth")) {
            Matcher code = CODE.matcher(authorize(client).text());
            assertThat(code.find()).isTrue();
            client.advance(Duration.ofMinutes(5));
            basic(client, "simulator-client:simulator-secret");

            assertThat(client.form("POST", "/oauth/token", "grant_type=authorization_code&code=" + code.group(1))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void refusesAnotherClientAndAnotherGrant() {
        try (PipedriveTestClient client = PipedriveTestClient.start("auth", "oauth", "clientSecret", "s3")) {
            basic(client, "simulator-client:wrong");
            assertThat(client.form("POST", "/oauth/token", "grant_type=refresh_token&refresh_token=" + FIRST)
                            .status())
                    .isEqualTo(401);
            basic(client, "simulator-client:s3");
            assertThat(client.form("POST", "/oauth/token", "grant_type=password")
                            .error())
                    .isEqualTo("unsupported_grant_type");
            assertThat(client.get("/oauth/authorize?client_id=other&redirect_uri=https://app.example")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void endsATokenThatIsRevoked() {
        try (PipedriveTestClient client = PipedriveTestClient.start("auth", "oauth")) {
            basic(client, "simulator-client:simulator-secret");
            assertThat(client.form("POST", "/oauth/revoke", "token=" + PipedriveTestClient.TOKEN)
                            .status())
                    .isEqualTo(200);

            bearer(client, PipedriveTestClient.TOKEN);
            assertThat(client.get(ME).status()).isEqualTo(401);
        }
    }

    @Test
    void letsOnlyDoWhatWasGranted() {
        try (PipedriveTestClient client =
                PipedriveTestClient.start("auth", "oauth", "scopes", "base contacts:read deals:full")) {
            bearer(client, PipedriveTestClient.TOKEN);

            assertThat(client.get("/api/v2/persons").status()).isEqualTo(200);
            assertThat(client.post("/api/v2/deals", "{'title':'A'}").status()).isEqualTo(200);
            Answer refused = client.post("/api/v2/persons", "{'name':'Robin'}");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.error()).isEqualTo("Scope and URL mismatch");
            assertThat(client.get("/v1/leads").status()).isEqualTo(403);
            assertThat(client.state().path("persons").size()).isZero();
        }
    }

    @Test
    void remembersTheTokens_butNotInClear() throws Exception {
        Path state = folder.resolve("account.json");
        JsonNode tokens;
        try (PipedriveTestClient client = PipedriveTestClient.start(
                PipedriveTestClient.options("auth", "oauth").stateFile(state))) {
            tokens = refresh(client, FIRST).json();
        }

        try (PipedriveTestClient client = PipedriveTestClient.start(
                PipedriveTestClient.options("auth", "oauth").stateFile(state))) {
            bearer(client, tokens.path("access_token").asText());
            assertThat(client.get(ME).status()).isEqualTo(200);
            assertThat(refresh(client, FIRST).status()).isEqualTo(400);
            assertThat(refresh(client, tokens.path("refresh_token").asText()).status())
                    .isEqualTo(200);
            assertThat(Files.readString(state))
                    .doesNotContain(tokens.path("access_token").asText())
                    .doesNotContain(tokens.path("refresh_token").asText())
                    .doesNotContain(FIRST);
        }
    }

    private static Answer authorize(PipedriveTestClient client) {
        return client.get("/oauth/authorize?client_id=simulator-client&redirect_uri=https://app.example&state=a%26b");
    }

    private static Answer refresh(PipedriveTestClient client, String refreshToken) {
        basic(client, "simulator-client:simulator-secret");
        return client.form("POST", "/oauth/token/", "grant_type=refresh_token&refresh_token=" + refreshToken);
    }

    private static void basic(PipedriveTestClient client, String pair) {
        client.header("authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }

    private static void bearer(PipedriveTestClient client, String token) {
        client.header("authorization", "Bearer " + token);
    }
}

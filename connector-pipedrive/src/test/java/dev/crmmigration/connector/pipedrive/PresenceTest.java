package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Presence;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.RecordRef;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of single records. */
class PresenceTest {

    private SimulatedAccount account = SimulatedAccount.start();

    @AfterEach
    void close() {
        account.close();
    }

    private Presence presence(RecordRef ref) {
        return account.session.reader().presence(ref);
    }

    private RecordRef made(String type, RecordRef organization) {
        return account.created(
                        type,
                        switch (type) {
                            case "deal" -> Map.of("title", "A deal");
                            case "lead" -> Map.of("title", "A lead", "organization_id", organization);
                            case "activity" -> Map.of("subject", "A call");
                            case "note" -> Map.of("content", "Hi", "org_id", organization);
                            default -> Map.of("name", "Acme");
                        })
                .ref();
    }

    @ParameterizedTest
    @ValueSource(strings = {"organization", "person", "product", "deal", "lead", "activity", "note"})
    void knowsALiveRecordFromADeletedOne(String type) {
        RecordRef organization = made("organization", RecordRef.of("organization", "0"));
        RecordRef ref = made(type, organization);
        assertThat(presence(ref)).isEqualTo(Presence.LIVE);

        account.delete(ref);

        assertThat(presence(ref)).isEqualTo(Presence.GONE);
    }

    @Test
    void hasAPageForPeople_whereItsObjectHasOne() {
        assertThat(account.session.link(RecordRef.of("person", "7")))
                .hasValueSatisfying(link -> assertThat(link).startsWith("http").endsWith("/person/7"));
        assertThat(account.session.link(RecordRef.of("lead", "ab-1")))
                .hasValueSatisfying(link -> assertThat(link).endsWith("/leads/inbox/ab-1"));
        assertThat(account.session.link(RecordRef.of("note", "7"))).isEmpty();
    }

    @Test
    void isGone_whenItNeverWas() {
        assertThat(presence(RecordRef.of("person", "987654"))).isEqualTo(Presence.GONE);
    }

    @Test
    void isHidden_whenTheUserMayNotSeeIt() {
        account.close();
        account = SimulatedAccount.start("admin", "off", "visibility", "on");
        RecordRef ref = made("organization", RecordRef.of("organization", "0"));
        assertThat(presence(ref)).isEqualTo(Presence.LIVE);

        String colleague = account.edit("{'object':'users','add':{'name':'Sam','email':'sam@acme.example'}}");
        account.edit(
                "{'object':'organizations','id':" + ref.id() + ",'set':{'visible_to':1,'owner_id':" + colleague + "}}");

        assertThat(presence(ref)).isEqualTo(Presence.HIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "200,true,LIVE",
        "200,deleted,GONE",
        "200,inactive,GONE",
        "404,x,GONE",
        "410,x,GONE",
        "403,x,HIDDEN",
        "400,x,UNKNOWN",
    })
    void readsTheAnswer(int status, String kind, Presence presence) {
        String data = switch (kind) {
            case "deleted" -> ",\"is_deleted\":true";
            case "inactive" -> ",\"active_flag\":false";
            default -> "";
        };
        String body = status == 200 ? "{\"success\":true,\"data\":{\"id\":12" + data + "}}" : "{\"success\":false}";
        try (MockAccount mock = new MockAccount();
                DestinationSession session = mock.open()) {
            mock.answers.add(MockAccount.json(status, body));

            assertThat(session.reader().presence(RecordRef.of("person", "12"))).isEqualTo(presence);
            assertThat(mock.onlyRequest().getRequestLine()).isEqualTo("GET /api/v2/persons/12 HTTP/1.1");
            assertThat(mock.meter().spent("daily")).isEqualTo(2 + 1);
        }
    }

    @Test
    void mayBeAskedAgain_whenTheGatewayBlocks() {
        try (MockAccount mock = new MockAccount();
                DestinationSession session =
                        mock.open(Settings.of("baseUrl", mock.url()).secret("apiToken", MockAccount.TOKEN))) {
            mock.answers.add(MockAccount.json(403, "<html></html>")
                    .newBuilder()
                    .setHeader("Content-Type", "text/html")
                    .build());

            assertThatThrownBy(() -> session.reader().presence(RecordRef.of("person", "12")))
                    .isInstanceOfSatisfying(
                            RetryableConnectorException.class,
                            failure -> assertThat(failure.retryAfter()).contains(MockAccount.NOW.plusSeconds(300)));
        }
    }
}

package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.Presence;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What links two records and has no list of its own: participants, followers, relationships. */
class ChildrenTest {

    private final SimulatedAccount account = SimulatedAccount.start();

    @AfterEach
    void close() {
        account.close();
    }

    private RecordRef named(String object, String name) {
        return account.created(object, Map.of(object.equals("deal") ? "title" : "name", name))
                .ref();
    }

    private List<CrmRecord> of(String object, RecordRef... parents) {
        return account.scan(new ScanRequest.OfParents(ObjectType.of(object), List.of(parents)));
    }

    @Test
    void makesAPersonTakePartInADeal() {
        RecordRef deal = named("deal", "Deal");
        RecordRef other = named("deal", "Other");
        RecordRef jane = named("person", "Jane");

        CrmRecord stored = account.created("dealParticipant", Map.of("deal_id", deal, "person_id", jane));

        assertThat(of("dealParticipant", other, deal)).containsExactly(stored);
        assertThat(stored.value("deal_id")).contains(deal);
        assertThat(stored.value("person_id")).contains(jane);
        assertThat(account.read(stored.ref())).isEqualTo(stored);
        assertThat(((WriteOutcome.Written) account.delete(stored.ref())).how()).isEqualTo(WriteOutcome.How.DELETED);
        assertThat(of("dealParticipant", deal)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dealFollower,deal,deal_id",
        "personFollower,person,person_id",
        "organizationFollower,organization,org_id"
    })
    void makesAUserFollowARecord(String object, String parent, String field) {
        RecordRef followed = named(parent, "Followed");
        String user = account.catalog().users().get(0).key();

        CrmRecord stored = account.created(object, Map.of(field, followed, "user_id", user));

        assertThat(stored.ref().id()).isEqualTo(followed.id() + "-" + user);
        assertThat(of(object, followed)).contains(stored);
        assertThat(account.read(stored.ref()).value(field)).contains(followed);
        assertThat(((WriteOutcome.Written) account.delete(stored.ref())).how()).isEqualTo(WriteOutcome.How.DELETED);
        assertThat(of(object, followed)).doesNotContain(stored);
    }

    @Test
    void isRejected_whenTheUserFollowsAlready() {
        RecordRef deal = named("deal", "Deal");
        String user = account.catalog().users().get(0).key();
        Map<String, Object> fields = Map.of("deal_id", deal, "user_id", user);
        account.created("dealFollower", fields);

        assertThat(account.create("dealFollower", fields)).isInstanceOf(WriteOutcome.Rejected.class);
    }

    @Test
    void isRejectedUnsent_whenALinkIsToBeChanged() {
        RecordRef deal = named("deal", "Deal");
        RecordRef link = account.created("dealParticipant", Map.of("deal_id", deal, "person_id", named("person", "A")))
                .ref();
        long before = account.tokensSpent();

        WriteOutcome field = account.update(link, Map.of("person_id", RecordRef.of("person", "1")));
        WriteOutcome nothing = account.update(link, Map.of());

        assertThat(codes(field)).containsExactly("NOT_WRITABLE");
        assertThat(codes(nothing)).containsExactly("NOT_CHANGEABLE");
        assertThat(account.tokensSpent()).isEqualTo(before);
    }

    private static List<String> codes(WriteOutcome outcome) {
        return ((WriteOutcome.Rejected) outcome)
                .errors().stream().map(FieldError::code).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"parent", "related"})
    void relatesOrganizations(String type) {
        RecordRef acme = named("organization", "Acme");
        RecordRef daughter = named("organization", "Daughter");

        CrmRecord stored = account.created(
                "organizationRelationship",
                Map.of("type", type, "rel_owner_org_id", acme, "rel_linked_org_id", daughter));

        assertThat(stored.value("type")).contains(type);
        assertThat(account.read(stored.ref()).fields()).isEqualTo(stored.fields());
        assertThat(of("organizationRelationship", acme, daughter)).containsExactly(stored);
        assertThat(of("organizationRelationship", daughter)).isEmpty();
        CrmRecord turned = SimulatedAccount.stored(account.update(
                stored.ref(), Map.of("type", type, "rel_owner_org_id", daughter, "rel_linked_org_id", acme)));
        assertThat(turned.value("rel_owner_org_id")).contains(daughter);
        account.delete(stored.ref());
        assertThat(of("organizationRelationship", daughter)).isEmpty();
        assertThat(account.session.reader().presence(stored.ref())).isEqualTo(Presence.GONE);
    }

    @Test
    void hasNothing_whenTheParentIsGone() {
        RecordRef gone = named("deal", "Gone");
        RecordRef deal = named("deal", "Deal");
        CrmRecord stored =
                account.created("dealParticipant", Map.of("deal_id", deal, "person_id", named("person", "A")));
        account.delete(gone);

        assertThat(of("dealParticipant", gone, deal)).containsExactly(stored);
    }

    @Test
    void findsALinkWhoseAnswerWasLost() {
        RecordRef deal = named("deal", "Deal");
        RecordRef jane = named("person", "Jane");
        account.inject("[{'method': 'POST', 'count': 1, 'action': 'reset-after-commit'}]");

        WriteOutcome outcome = account.create("dealParticipant", Map.of("deal_id", deal, "person_id", jane));

        assertThat(outcome).isInstanceOf(WriteOutcome.InDoubt.class);
        assertThat(of("dealParticipant", deal))
                .extracting(record -> record.value("person_id").orElseThrow())
                .containsExactly(jane);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dealParticipant", "dealProduct", "dealFollower", "organizationRelationship"})
    void cannotBeRead_butByTheirParents(String object) {
        ObjectType type = ObjectType.of(object);

        assertThatThrownBy(() -> account.scan(new ScanRequest.All(type)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(object + " records can be read by their ");
        assertThatThrownBy(() -> account.scan(new ScanRequest.OfParents(type, List.of(RecordRef.of("person", "1")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(object + " records cannot be read by their person");
    }
}

package dev.crmmigration.api.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.UserDescription;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.destination.Write;
import java.io.InputStream;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever lands in a log or a message by accident must not name a person. */
class PersonalDataTest {

    private static final String NAME = "Ann Lee";
    private static final RecordRef PERSON = RecordRef.of("person", "5");
    private static final EffectId EFFECT = EffectId.of("ClientToPerson", PERSON);
    private static final Map<String, FieldValue> FIELDS = Map.of("name", FieldValue.of(NAME));

    static Stream<Object> holders() {
        return Stream.of(
                FieldValue.of(NAME),
                CrmRecord.builder(PERSON).put("name", NAME).build(),
                new Address(NAME, NAME, NAME, NAME, NAME),
                new ContactPoint(NAME, "work", true),
                new AttachmentRef("f1", NAME),
                new Link("ClientToPerson", NAME),
                new UserLink(NAME),
                RecordRef.derived("CompanyToOrganization", NAME),
                EffectId.of("CompanyToOrganization", RecordRef.derived("CompanyToOrganization", NAME)),
                new UserDescription("7", NAME, true),
                Stored.as(NAME),
                Stored.losing(NAME, "truncated-255"),
                new FieldError("email", "INVALID", NAME),
                new Write.Create(EFFECT, PERSON.type(), FIELDS),
                new Write.Update(EFFECT, PERSON, FIELDS),
                new Write.Attach(EFFECT, PERSON, NAME, new NoContent()));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void isNotShown(Object holder) {
        assertThat(holder.toString()).isNotBlank().doesNotContain(NAME);
    }

    private record NoContent() implements Content {
        @Override
        public OptionalLong size() {
            return OptionalLong.of(0);
        }

        @Override
        public InputStream open() {
            return InputStream.nullInputStream();
        }
    }
}

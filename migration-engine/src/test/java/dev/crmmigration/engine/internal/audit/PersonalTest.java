package dev.crmmigration.engine.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.journal.EventNames;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalTest {

    private static final String EFFECT = EventNames.of(EffectId.of("P", RecordRef.of("contact", "9")));

    private static String sealed(String name, String value) {
        return Personal.sealed(Map.of("effect", EFFECT, name, value), (owner, plain) -> "<" + owner + "|" + plain + ">")
                .getOrDefault(name, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "record; person:77",
                "record; deal:0b9f1c9e-5c5e-4f57-9d0e-0f0f6f5a1c11",
                "reason; INVALID (email)",
                "reason; REQUIRED (Last Name), TOO_LONG (org.name)",
                "reason; NO_OWNER",
                "cause; SocketTimeoutException",
                "fingerprint; ab12 and so on",
                "proven; true",
                "effects; 1200",
                "completion; STOPPED",
            })
    void showsWhatNamesNobody(String name, String value) {
        assertThat(sealed(name, value)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "record; person:anna; person:<contact:9|anna>",
                "record; person:anna7; person:<contact:9|anna7>",
                "reason; Anna Muster exists already; <contact:9|Anna Muster exists already>",
                "reason; EXISTS (anna@example.com); <contact:9|EXISTS (anna@example.com)>",
                "cause; +49 30 1234; <contact:9|+49 30 1234>",
                "by; ops@example.com; <contact:9|ops@example.com>",
                "assignee; anna; <contact:9|anna>",
                "phone; 4930123456789; <contact:9|4930123456789>",
            })
    void hidesWhatMayNameSomebody(String name, String value, String hidden) {
        assertThat(sealed(name, value)).isEqualTo(hidden);
    }

    @ParameterizedTest
    @CsvSource({"contact, 1, main", "contact, anna@example.com, note", "contact, a/b%2F, x", "derived, P:Acme/Co, main"
    })
    void hidesTheKeyOfTheSourceAndNothingElse(String type, String id, String part) {
        RecordRef source = RecordRef.of(type, id);
        String name = EventNames.of(new EffectId("ContactToPerson", source, part));

        Map<String, String> sealed =
                Personal.sealed(Map.of("effect", name), (owner, plain) -> "<" + owner + "|" + plain + ">");

        assertThat(sealed)
                .containsEntry(
                        "effect",
                        "ContactToPerson/" + type + ":<" + type + ":" + id + "|" + id + ">"
                                + (part.equals("main") ? "" : "/" + part));
    }

    @Test
    void belongsToItself_whenNoRecordOfTheSourceIsNamed() {
        assertThat(Personal.sealed(Map.of("by", "ops@example.com"), (owner, plain) -> owner + "|" + plain))
                .containsEntry("by", "ops@example.com|ops@example.com");
    }
}

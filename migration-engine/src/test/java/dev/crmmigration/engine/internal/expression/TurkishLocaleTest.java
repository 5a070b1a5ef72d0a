package dev.crmmigration.engine.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.record.CrmRecord;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** In Turkish, the small letter of I is not i; results must not depend on the machine. */
@Isolated("changes the locale of the whole JVM")
class TurkishLocaleTest {

    private static final CrmRecord RECORD =
            CrmRecord.builder("contact", "1").put("mail", "INFO@EXAMPLE.COM").build();

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakTurkish() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void changesTheCaseAsEverywhere() {
        Evaluations all = Evaluations.among();

        assertThat(all.evaluate("lower(mail)", RECORD)).isEqualTo("info@example.com");
        assertThat(all.evaluate("upper(\"title\")", RECORD)).isEqualTo("TITLE");
        assertThat(all.evaluate("normal(\"TITLE I\")", RECORD)).isEqualTo("title i");
        assertThat(all.evaluate("normalEmail(mail)", RECORD)).isEqualTo("info@example.com");
        assertThat(all.evaluate("currency(money(1, \"inr\"))", RECORD)).isEqualTo("INR");
    }

    @Test
    void looksValuesUpAsEverywhere() {
        Evaluations maps = Evaluations.with("m", Map.of("title", "found"));

        assertThat(maps.evaluate("map(\"m\", \"TITLE\")", RECORD)).isEqualTo("found");
    }
}

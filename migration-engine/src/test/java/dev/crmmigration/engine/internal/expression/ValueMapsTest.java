package dev.crmmigration.engine.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueMapsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            Request Can.,     request can
            request_can,      request can
            ' Revert--Can. ', revert can
            NO/YES,           no yes
            Ｎｏ,             no
            Cafe\u0301,       café
            हिन्दी,            हिन्दी
            Grade 2,          grade 2
            ?,                ?
            +/-,              +/-
            ' ',              ''
            """)
    void comparesLettersAndDigitsInLowerCase(String value, String normal) {
        assertThat(ValueMaps.normal(value)).isEqualTo(normal);
    }

    @Test
    void isItsOwnNormalForm() {
        String normal = ValueMaps.normal(" İstanbul -- ŞİŞLİ ");

        assertThat(ValueMaps.normal(normal)).isEqualTo(normal);
    }
}

package dev.crmmigration.engine.internal.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anna|anna",
                "Anna-Maria|anna maria",
                "  O'Brien & Sons, Ltd. |obrien sons ltd",
                "Müller|muller",
                "GROẞE Straße 5|grosse strasse 5",
                "---|''",
                "A1  B2|a1 b2"
            })
    void foldsCaseSignsAndAccents(String text, String folded) {
        assertThat(Normal.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+49 (30) 123 456 70|012345670",
                "0049 30 12345670|012345670",
                "555-0199 ext. 12|5550199",
                "555 0199 x12|5550199",
                "1111111|''",
                "123456789|''",
                "123|''"
            })
    void keepsTheDigitsThatTellANumber(String text, String digits) {
        assertThat(Normal.phone(text)).isEqualTo(digits);
    }
}

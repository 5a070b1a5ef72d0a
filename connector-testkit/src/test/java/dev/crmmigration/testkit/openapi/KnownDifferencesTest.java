package dev.crmmigration.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownDifferencesTest {

    private static final Exchange WRONG =
            Zoo.answer(200, Zoo.JSON, "{'data':[{'name':1,'food':{'grams':'x'},'keeper':null}]}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/animals|reply|/body/data/*/name|type|seen",
                "* /api/*|reply|/body/**/name|type|seen",
                "GET /api/animals|reply|/body/data/*/{na[a-z]e}|type|seen",
                "GET /api/animals|reply|/body/data/**/name|type|seen"
            })
    void coversWhatALineDescribes(String line) {
        KnownDifferences differences = Zoo.differences("# a comment", "", line);

        assertThat(Zoo.judge(differences).judge(WRONG))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/body/data/*/food/grams", "/body/data/*/keeper");
        assertThat(differences.unused()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/animals/{id}|reply|/body/data/*/name|type|seen",
                "GET /api/animals|request|/body/data/*/name|type|seen",
                "GET /api/animals|reply|/body/data/*|type|seen",
                "GET /api/animals|reply|/body/data/*/name|null|seen"
            })
    void coversNothingElse(String line) {
        KnownDifferences differences = Zoo.differences(line);

        assertThat(Zoo.judge(differences).judge(WRONG)).hasSize(3);
        assertThat(differences.unused())
                .isEqualTo(List.of(line.substring(0, line.lastIndexOf('|')).replace('|', ' ')));
    }

    @Test
    void remembersEveryLineThatCovers_notOnlyTheFirst() {
        KnownDifferences differences =
                Zoo.differences("*|reply|/body/**|type|seen", "GET *|reply|/body/data/*/name|type|seen");

        Zoo.judge(differences).judge(WRONG);

        assertThat(differences.unused()).isEmpty();
    }

    @Test
    void namesTheLine_whenItCannotBeRead() {
        assertThatThrownBy(() -> Zoo.differences("", "GET /x|reply|/body|type| "))
                .hasMessage("line 2 must have 5 columns: operation, request or reply, pointer, rule, source");
        assertThatThrownBy(() -> Zoo.differences("GET /x|answer|/body|type|seen"))
                .hasMessage("line 1 must name the side as request or reply");
        assertThatThrownBy(() -> Zoo.differences("GET /x|reply|/{(}|type|seen"))
                .hasMessage("line 1 has a pattern that is no regular expression");
    }
}

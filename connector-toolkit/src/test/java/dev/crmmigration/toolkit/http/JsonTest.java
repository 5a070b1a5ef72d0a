package dev.crmmigration.toolkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void readsATree_withExactNumbers() {
        Object tree = Json.parse(
                "{\"a\":[1,-9223372036854775808,9223372036854775808,1.10,1e3,true,false,null,\"x\"],\"b\":{}}");

        assertThat(tree)
                .isEqualTo(Map.of(
                        "a",
                        Arrays.asList(
                                1L,
                                Long.MIN_VALUE,
                                new BigDecimal("9223372036854775808"),
                                new BigDecimal("1.10"),
                                new BigDecimal("1e3"),
                                true,
                                false,
                                null,
                                "x"),
                        "b",
                        Map.of()));
    }

    @Test
    void writesEqualTreesAsEqualText() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("b", new BigDecimal("1E+3"));
        one.put("a", List.of("\u00e4\n\"", 5L, true));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("a", List.of("\u00e4\n\"", 5L, true));
        other.put("b", new BigDecimal("1E+3"));

        assertThat(Json.write(one))
                .isEqualTo(Json.write(other))
                .isEqualTo("{\"a\":[\"\u00e4\\n\\\"\",5,true],\"b\":1000}");
        assertThat(Json.write(null)).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,", "{\"secret\":tru}", "nul", "1 2", "{\"a\" 1}", "\"open", "]"})
    void namesThePlaceButNoContent_whenTheTextIsBroken(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageMatching("(broken JSON|JSON ends too early|more than one JSON value) at character \\d+");
    }

    @Test
    void refusesToWriteOtherClasses() {
        assertThatThrownBy(() -> Json.write(List.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JSON cannot hold a java.lang.Integer");
    }

    @Test
    void countsOtherKindsOfValuesAsAbsent() {
        JsonObject object = JsonObject.parse(
                        "{\"number\":5,\"text\":\"t\",\"empty\":\"\",\"null\":null,\"list\":[{\"a\":1},2],\"object\":{\"b\":2.5}}")
                .orElseThrow();

        assertThat(object.text("number")).isEmpty();
        assertThat(object.text("empty")).isEmpty();
        assertThat(object.text("text")).contains("t");
        assertThat(object.integer("text")).isEmpty();
        assertThat(object.integer("number")).contains(5L);
        assertThat(object.id("number")).contains("5");
        assertThat(object.id("text")).contains("t");
        assertThat(object.decimal("number")).contains(new BigDecimal("5"));
        assertThat(object.object("object").flatMap(inner -> inner.decimal("b"))).contains(new BigDecimal("2.5"));
        assertThat(object.object("list")).isEmpty();
        assertThat(object.objects("list")).hasSize(1);
        assertThat(object.objects("missing")).isEmpty();
        assertThat(object.get("null")).isNull();
        assertThat(object).hasToString("JsonObject[6 names]");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "1,true", "false,false", "0,false", "null,false", "'\"yes\"',false"})
    void knowsBothKindsOfFlags(String value, boolean expected) {
        assertThat(JsonObject.parse("{\"flag\":" + value + "}").orElseThrow().isSet("flag"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "5", "<html>"})
    void isNoObject(String text) {
        assertThat(JsonObject.parse(text)).isEmpty();
    }
}

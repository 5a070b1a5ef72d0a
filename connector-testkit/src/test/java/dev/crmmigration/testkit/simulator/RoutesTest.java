package dev.crmmigration.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private final Routes<String> routes = new Routes<>();

    @BeforeEach
    void fill() {
        routes.add("GET", "/people/{id}", "person");
        routes.add("GET", "/people/me", "me");
        routes.add("GET", "/people/{id}/notes/{note}", "note");
        routes.add("POST", "/people", "create");
    }

    @Test
    void prefersLiteralParts() {
        assertThat(routes.find("GET", "/people/me").target()).isEqualTo("me");
        assertThat(routes.find("GET", "/people/5").target()).isEqualTo("person");
    }

    @Test
    void namesWhatStandsInBraces() {
        Routes.Match<String> match = routes.find("GET", "/people/me/notes/7/");

        assertThat(match.target()).isEqualTo("note");
        assertThat(match.pathParameters()).containsEntry("id", "me").containsEntry("note", "7");
    }

    @Test
    void tellsAnUnknownPathFromAnUnknownMethod() {
        assertThat(routes.find("GET", "/animals").allowed()).isEmpty();
        assertThat(routes.find("GET", "/people/5/notes").allowed()).isEmpty();
        assertThat(routes.find("DELETE", "/people").target()).isNull();
        assertThat(routes.find("DELETE", "/people").allowed()).containsExactly("POST");
    }

    @Test
    void refusesARouteTwice() {
        assertThatThrownBy(() -> routes.add("GET", "/people/{other}", "again"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is already a route GET /people/{other}");
    }
}

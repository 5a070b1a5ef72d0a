package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    private static final String PERSONS = "/api/v2/persons";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&sort_direction=desc",
                "&sort_by=add_time",
                "&sort_by=update_time&sort_direction=desc",
                "&updated_since=2026-03-02T09:00:00Z"
            })
    void showsEachRecordOnce_whenAllPagesAreRead(String order) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.post("/__simulator/seed", "{'persons':53}");

            List<Long> ids = readAll(client, PERSONS + "?limit=10" + order);

            assertThat(ids)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 53).boxed().toList());
            assertThat(ids).first().isEqualTo(order.contains("desc") ? 53L : 1L);
        }
    }

    @Test
    void keepsItsPlace_whenRecordsAreAddedAndDeletedMeanwhile() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.post("/__simulator/seed", "{'persons':20}");
            Answer first = client.get(PERSONS + "?limit=10");

            client.delete(PERSONS + "/3");
            client.delete(PERSONS + "/10");
            client.post("/__simulator/seed", "{'persons':1}");

            List<Long> rest = readAll(client, PERSONS + "?limit=10", next(first));
            assertThat(rest)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(11, 21).boxed().toList());
        }
    }

    @Test
    void sortsByTimeOfCreation_whenThatWasSet() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created(PERSONS, "{'name':'A','add_time':'2020-01-01T00:00:00Z'}");
            client.created(PERSONS, "{'name':'B','add_time':'2010-01-01T00:00:00Z'}");
            client.created(PERSONS, "{'name':'C','add_time':'2015-01-01T00:00:00Z'}");

            assertThat(readAll(client, PERSONS + "?sort_by=add_time&limit=1")).containsExactly(2L, 3L, 1L);
        }
    }

    @Test
    void showsWhatHasChangedSince_onlyOnceTheIndexKnows() {
        try (PipedriveTestClient client = PipedriveTestClient.start("lag", "PT30S")) {
            client.created(PERSONS, "{'name':'A'}");
            client.created(PERSONS, "{'name':'B'}");
            client.advance(Duration.ofMinutes(10));
            client.patch(PERSONS + "/2", "{'name':'C'}");
            String changed = PERSONS + "?updated_since=2026-03-02T09:10:00Z";

            assertThat(readAll(client, changed)).isEmpty();
            assertThat(client.get(PERSONS).data().at("/1/name").asText()).isEqualTo("C");

            client.advance(Duration.ofSeconds(30));

            assertThat(readAll(client, changed)).containsExactly(2L);
            assertThat(readAll(client, PERSONS + "?updated_until=2026-03-02T09:10:00Z"))
                    .containsExactly(1L);
        }
    }

    @Test
    void showsTheWantedIdsAndDropsTheRest() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.post("/__simulator/seed", "{'persons':5}");
            client.delete(PERSONS + "/4");

            assertThat(readAll(client, PERSONS + "?ids=5,4,2,99")).containsExactly(2L, 5L);
        }
    }

    @Test
    void combinesFilters() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/organizations", "{'name':'A'}");
            client.created(PERSONS, "{'name':'A'}");
            client.created("/api/v2/deals", "{'title':'A','org_id':1}");
            client.created("/api/v2/deals", "{'title':'B','org_id':1,'person_id':1}");
            client.created("/api/v2/deals", "{'title':'C','org_id':1,'person_id':1,'status':'lost'}");

            assertThat(readAll(client, "/api/v2/deals?org_id=1&person_id=1")).containsExactly(2L, 3L);
            assertThat(readAll(client, "/api/v2/deals?org_id=1&status=lost")).containsExactly(3L);
            assertThat(readAll(client, "/api/v2/deals?stage_id=1&person_id=9")).isEmpty();
            assertThat(readAll(client, PERSONS + "?deal_id=2")).containsExactly(1L);
            assertThat(readAll(client, PERSONS + "?deal_id=1")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v2/persons?limit=501 | limit: This value should be between 1 and 500.",
                "/api/v2/persons?limit=0 | limit: This value should be between 1 and 500.",
                "/api/v2/persons?colour=red | colour: Parameter 'colour' is not allowed for this request",
                "/api/v2/persons?updated_since=2026-03-02T09:00:00.5Z | updated_since: This value is not a valid datetime.",
                "/api/v2/pipelines?updated_since=2026-03-02T09:00:00Z | updated_since: "
                        + "Parameter 'updated_since' is not allowed for this request",
                "/api/v2/persons?sort_by=name | sort_by: The value you selected is not a valid choice.",
                "/api/v2/deals?status=closed | status: The value you selected is not a valid choice.",
                "/api/v2/persons?org_id=x | org_id: This value should be of type integer."
            })
    void refusesTheList_whenAParameterIsWrong(String path, String problem) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            Answer answer = client.get(path);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo("Validation failed: " + problem);
        }
    }

    @Test
    void refusesTooManyIdsAndFields() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String ids =
                    IntStream.rangeClosed(1, 101).mapToObj(Integer::toString).collect(Collectors.joining(","));

            assertThat(client.get(PERSONS + "?ids=" + ids).status()).isEqualTo(400);
            assertThat(client.get(PERSONS + "?custom_fields=" + ",".repeat(15)).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void refusesACursorOfAnotherOrder() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.post("/__simulator/seed", "{'persons':3}");
            String cursor = next(client.get(PERSONS + "?limit=1"));

            assertThat(client.get(PERSONS + "?sort_direction=desc&cursor=" + cursor)
                            .status())
                    .isEqualTo(400);
            assertThat(client.get(PERSONS + "?cursor=nonsense").status()).isEqualTo(400);
        }
    }

    @Test
    void givesAFullPage_whenTheSwitchClampsTheLimit() {
        try (PipedriveTestClient client = PipedriveTestClient.start("limitAboveMax", "clamp")) {
            client.post("/__simulator/seed", "{'persons':501}");

            assertThat(client.get(PERSONS + "?limit=1000").data().size()).isEqualTo(500);
        }
    }

    @Test
    void sortsStagesByTheirOrder() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(readAll(client, "/api/v2/stages?pipeline_id=1&sort_by=order_nr&sort_direction=desc&limit=2"))
                    .containsExactly(5L, 4L, 3L, 2L, 1L);
        }
    }

    private static List<Long> readAll(PipedriveTestClient client, String path) {
        return readAll(client, path, "");
    }

    private static List<Long> readAll(PipedriveTestClient client, String path, String cursor) {
        List<Long> ids = new ArrayList<>();
        String next = cursor;
        do {
            Answer page = client.get(next.isEmpty() ? path : path + "&cursor=" + next);
            page.data().forEach(record -> ids.add(record.path("id").asLong()));
            next = next(page);
        } while (!next.isEmpty());
        return ids;
    }

    private static String next(Answer page) {
        JsonNode cursor = page.json().at("/additional_data/next_cursor");
        return cursor.isTextual() ? cursor.textValue() : "";
    }
}

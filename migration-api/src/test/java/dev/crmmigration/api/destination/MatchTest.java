package dev.crmmigration.api.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of every sealed type calls its own function. */
class MatchTest {

    private static final ObjectType DEAL = ObjectType.of("deal");
    private static final RecordRef REF = RecordRef.of("deal", "5");
    private static final EffectId EFFECT = EffectId.of("SaleToDeal", RecordRef.of("sale", "1"));
    private static final SchemaReceipt RECEIPT =
            new SchemaReceipt(SchemaElement.field(DEAL, "Paid on", FieldType.DATE), "k1");

    static Stream<Arguments> writes() {
        return Stream.of(
                arguments(new Write.Create(EFFECT, DEAL, Map.of()), "create", "deal"),
                arguments(new Write.Update(EFFECT, REF, Map.of()), "update", "deal"),
                arguments(new Write.Attach(EFFECT, REF, "a.pdf", new NoContent()), "attach", "file"),
                arguments(new Write.Delete(EFFECT, REF), "delete", "deal"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void tellsWritesApart(Write write, String name, String type) {
        String called = write.match(it -> "create", it -> "update", it -> "attach", it -> "delete");

        assertThat(called).isEqualTo(name);
        assertThat(write.type()).isEqualTo(ObjectType.of(type));
        assertThat(write.effect()).isEqualTo(EFFECT);
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                arguments(new WriteOutcome.Written(EFFECT, REF, WriteOutcome.How.CREATED, Optional.empty()), "written"),
                arguments(new WriteOutcome.Accepted(EFFECT, "job-1", Instant.EPOCH), "accepted"),
                arguments(WriteOutcome.Rejected.of(EFFECT, "title", "EMPTY", "Give it a title."), "rejected"),
                arguments(new WriteOutcome.Postponed(EFFECT, Instant.EPOCH, WriteOutcome.Reason.BURST), "postponed"),
                arguments(new WriteOutcome.InDoubt(EFFECT, "TIMEOUT"), "in doubt"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void tellsOutcomesApart(WriteOutcome outcome, String name) {
        String called =
                outcome.match(it -> "written", it -> "accepted", it -> "rejected", it -> "postponed", it -> "in doubt");

        assertThat(called).isEqualTo(name);
        assertThat(outcome.effect()).isEqualTo(EFFECT);
    }

    static Stream<Arguments> resolutions() {
        return Stream.of(
                arguments(new Resolution.Happened(REF, WriteOutcome.How.CREATED), "happened"),
                arguments(new Resolution.DidNotHappen(), "did not"),
                arguments(new Resolution.AskAgain(Instant.EPOCH), "ask again"),
                arguments(new Resolution.Undecidable("two candidates"), "undecidable"));
    }

    @ParameterizedTest
    @MethodSource("resolutions")
    void tellsResolutionsApart(Resolution resolution, String name) {
        String called = resolution.match(it -> "happened", it -> "did not", it -> "ask again", it -> "undecidable");

        assertThat(called).isEqualTo(name);
    }

    static Stream<Arguments> scans() {
        return Stream.of(
                arguments(new ScanRequest.All(DEAL), "all"),
                arguments(new ScanRequest.ChangedSince(DEAL, Instant.EPOCH), "changed since"),
                arguments(new ScanRequest.ByIds(DEAL, List.of("1")), "by ids"),
                arguments(new ScanRequest.OfParents(DEAL, List.of(REF)), "of parents"));
    }

    @ParameterizedTest
    @MethodSource("scans")
    void tellsScansApart(ScanRequest scan, String name) {
        String called = scan.match(it -> "all", it -> "changed since", it -> "by ids", it -> "of parents");

        assertThat(called).isEqualTo(name);
        assertThat(scan.type()).isEqualTo(DEAL);
    }

    static Stream<Arguments> schemaOutcomes() {
        return Stream.of(
                arguments(new SchemaOutcome.Created(RECEIPT), "created"),
                arguments(new SchemaOutcome.Reused(RECEIPT), "reused"),
                arguments(new SchemaOutcome.Removed(), "removed"),
                arguments(new SchemaOutcome.AlreadyGone(), "already gone"),
                arguments(new SchemaOutcome.Kept("in use"), "kept"),
                arguments(new SchemaOutcome.ForAPerson("Add the field."), "for a person"),
                arguments(new SchemaOutcome.Refused(List.of()), "refused"));
    }

    @ParameterizedTest
    @MethodSource("schemaOutcomes")
    void tellsSchemaOutcomesApart(SchemaOutcome outcome, String name) {
        String called = outcome.match(
                it -> "created",
                it -> "reused",
                it -> "removed",
                it -> "already gone",
                it -> "kept",
                it -> "for a person",
                it -> "refused");

        assertThat(called).isEqualTo(name);
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

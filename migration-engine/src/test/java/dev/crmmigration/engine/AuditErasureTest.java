package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.CrmRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who a person was can be erased from the audit, and the trail stays whole. */
class AuditErasureTest {

    private static final String ANNA = "anna.muster@example.com";
    private static final String BEN = "ben/%2F@example.com";

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(3);
        for (String id : List.of(ANNA, BEN)) {
            bench.source.add(CrmRecord.builder("customer", id)
                    .put("name", "Somebody")
                    .put("company", "Company of " + id)
                    .build());
        }
    }

    private Migration open() {
        return bench.builder()
                .auditSink("jdbc", Settings.of("url", "jdbc:sqlite:" + folder.resolve("trail.db")))
                .build();
    }

    /** The bytes of all files that belong to the audit. */
    private String everyAuditFile() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path where : List.of(folder, bench.workspace)) {
            try (Stream<Path> files = Files.list(where)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (file.getFileName().toString().matches("(audit|trail).*")) {
                        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
                    }
                }
            }
        }
        return all.toString();
    }

    private static String shown(Migration migration) {
        return migration.audit(1, 10_000).entries().stream()
                .map(entry -> entry.kind() + entry.attributes())
                .toList()
                .toString();
    }

    @Test
    void keepsTheKeysOfPeopleOutOfTheTrail_andShowsThemToWhoHasTheWorkspace() throws IOException {
        try (Migration migration = open()) {
            Bench.readyAndRun(migration);

            assertThat(Files.readString(bench.workspace.resolve("audit.jsonl")))
                    .contains("\"effect\":\"CustomerToPerson/customer:sha256:")
                    .doesNotContain("customer:1\"", "anna", "muster", "ben", "ops@example.com", "Company of");
            assertThat(Files.readString(folder.resolve("trail.db"), StandardCharsets.ISO_8859_1))
                    .doesNotContain("anna", "ops@example.com");
            assertThat(shown(migration)).contains("customer:" + ANNA, "by=ops@example.com", "customer:1");
        }
    }

    @Test
    void erasesOneAndLeavesTheOthers() throws IOException {
        try (Migration migration = open()) {
            Bench.readyAndRun(migration);
            assertThat(everyAuditFile()).contains(ANNA);

            AuditErasure erasure = migration.eraseFromAudit("customer:" + ANNA);

            assertThat(erasure.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(erasure.erased()).isEqualTo(1);
            assertThat(migration.verifyAudit().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(shown(migration)).doesNotContain("customer:" + ANNA).contains("erased", "customer:ben");
        }
    }

    @Test
    void leavesNoByteOfThePersonAndTheTrailWhole_whenEverythingOfItIsErased() throws IOException {
        try (Migration migration = open()) {
            Bench.readyAndRun(migration);
            shownOwners(migration).forEach(migration::eraseFromAudit);
            assertThat(everyAuditFile()).doesNotContain(ANNA);

            migration.verify();
            assertThat(everyAuditFile()).doesNotContain(ANNA);
        }
        try (Migration migration = open()) {
            assertThat(migration.verifyAudit().result()).isEqualTo(StepResult.COMPLETE);
            migration.rollback();
            assertThat(migration.verifyAudit().result()).isEqualTo(StepResult.COMPLETE);
        }
    }

    private static List<String> shownOwners(Migration migration) {
        return migration.audit(1, 10_000).entries().stream()
                .map(entry -> entry.attributes().getOrDefault("effect", ""))
                .filter(effect -> effect.contains(ANNA))
                .map(effect -> effect.split("/", -1)[1])
                .distinct()
                .toList();
    }

    @Test
    void erasesAlsoWhatTheVendorSaidOfThePerson() throws IOException {
        bench.account.before(write -> write.effect().source().id().equals(BEN)
                ? Optional.of(new WriteOutcome.Rejected(
                        write.effect(), List.of(new FieldError("email", "Ben Bold exists <ben@x.example>", "merge"))))
                : Optional.empty());
        try (Migration migration = open()) {
            Bench.readyAndRun(migration);
            assertThat(shown(migration)).contains("Ben Bold exists");
            assertThat(Files.readString(bench.workspace.resolve("audit.jsonl"))).doesNotContain("Bold");

            assertThat(migration.eraseFromAudit("customer:" + BEN).erased()).isEqualTo(2);

            assertThat(shown(migration)).doesNotContain("Bold");
            assertThat(everyAuditFile()).doesNotContain("Ben Bold");
        }
    }

    @Test
    void erasesWhoApproved() throws IOException {
        try (Migration migration = open()) {
            Bench.ready(migration);
            assertThat(migration.eraseFromAudit("ops@example.com").erased()).isEqualTo(1);
            assertThat(everyAuditFile()).doesNotContain("ops@example.com");
        }
    }

    @Test
    void saysSo_whenThereIsNothingToErase() {
        try (Migration migration = open()) {
            Bench.ready(migration);

            AuditErasure erasure = migration.eraseFromAudit("customer:nobody");

            assertThat(erasure.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(erasure.erased()).isZero();
        }
    }

    @Test
    void deliversTheSameTrailToANewSink_whenEverybodyWasErased() throws IOException {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
        }
        for (String name : List.of("audit-values.db", "audit-values.db-wal", "audit-values.db-shm")) {
            Files.deleteIfExists(bench.workspace.resolve(name));
        }
        try (Migration migration = open()) {
            migration.verify();

            AuditReport report = migration.verifyAudit();
            assertThat(report.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(report.trails()).extracting(AuditReport.Trail::pending).containsOnly(0L);
        }
    }
}

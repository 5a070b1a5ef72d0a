package dev.crmmigration.examples.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Calls {@code migrate.jar} as people do: as a process of its own. */
final class MigrateJar {

    /** Set by Maven once the jar is packaged. */
    private static final String JAR = "migrate.jar";

    private static final long LONGEST_SECONDS = 120;

    private final Path folder;
    private final Map<String, String> environment;
    private int calls;

    /**
     * @param folder where it is called, and where its output goes
     * @param environment what it finds besides the variables of this process
     */
    MigrateJar(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** Returns the path of the jar, or ends the test as skipped. */
    static String path() {
        String jar = System.getProperty(JAR);
        assumeTrue(jar != null, "needs the jar: runs in Maven's phase integration-test");
        return Path.of(jar).toAbsolutePath().toString();
    }

    /** A process that runs or has ended. */
    record Call(Process process, Path outFile, Path errFile) {

        /** Waits for the end and returns the exit code; of a process that was killed, 128 and the signal's number. */
        int exitCode() {
            try {
                if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("migrate did not end in " + LONGEST_SECONDS + " s: " + err());
                }
                return process.exitValue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        String out() {
            return text(outFile);
        }

        String err() {
            return text(errFile);
        }

        private static String text(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Call start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                path()));
        command.addAll(List.of(arguments));
        calls++;
        Path out = folder.resolve("out-" + calls);
        Path err = folder.resolve("err-" + calls);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        try {
            return new Call(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.crmmigration.examples.cli.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * The class path of the processes that are killed. Where the jar of the command line is packaged, they start from jars
 * only: then the JVM can keep their classes in an archive, and a process starts in half the time.
 */
final class ChildClassPath {

    private final List<String> options;

    private ChildClassPath(List<String> options) {
        this.options = options;
    }

    /** Makes what is needed in a folder. */
    static ChildClassPath in(Path folder) {
        String migrate = System.getProperty("migrate.jar");
        if (migrate == null) {
            return new ChildClassPath(List.of("-cp", System.getProperty("java.class.path")));
        }
        Path jar = folder.resolve("killed.jar");
        Path archive = folder.resolve("classes.jsa");
        String classPath = Path.of(migrate).toAbsolutePath() + System.getProperty("path.separator") + jar;
        pack(jar);
        learn(classPath, archive);
        return new ChildClassPath(List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-cp", classPath));
    }

    List<String> options() {
        return options;
    }

    private static void pack(Path jar) {
        String name = KilledMigrate.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                InputStream bytes = KilledMigrate.class.getClassLoader().getResourceAsStream(name)) {
            entries.putNextEntry(new JarEntry(name));
            bytes.transferTo(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void learn(String classPath, Path archive) {
        List<String> line = List.of(
                Victim.java(),
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-XX:ArchiveClassesAtExit=" + archive,
                "-cp",
                classPath,
                KilledMigrate.class.getName(),
                "platforms");
        try {
            new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

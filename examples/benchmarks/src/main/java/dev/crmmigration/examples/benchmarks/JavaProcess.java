package dev.crmmigration.examples.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a program of this class path in a Java process of its own. */
final class JavaProcess {

    private JavaProcess() {}

    /**
     * Starts it; what it prints to standard error is shown.
     *
     * @param options for Java, such as the size of the heap
     */
    static Process start(List<String> options, Class<?> program, Redirect output, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(Redirect.INHERIT)
                .redirectOutput(output)
                .start();
    }
}

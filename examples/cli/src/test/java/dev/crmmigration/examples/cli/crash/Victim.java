package dev.crmmigration.examples.cli.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The command line as a process of its own that is killed with SIGKILL, at a moment that it does not choose. */
final class Victim {

    static final int KILLED = 137;

    private static final long LONGEST_SECONDS = 180;

    private final Rig rig;
    private final String command;
    private final ChildClassPath classPath;

    Victim(Rig rig, ChildClassPath classPath, String command) {
        this.rig = rig;
        this.classPath = classPath;
        this.command = command;
    }

    /** Lets it come to its end. */
    int runs() {
        return exitCode(start(List.of()));
    }

    /**
     * Kills it at the n-th commit of its journal.
     *
     * @return the exit code: {@link #KILLED}, or another one if it made fewer commits
     */
    int killedAtCommit(int commit, boolean after) {
        try (ServerSocket killer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = start(List.of(
                    "-Dkill.commit=" + commit, "-Dkill.after=" + after, "-Dkill.port=" + killer.getLocalPort()));
            CompletableFuture<Void> end = process.onExit().thenAccept(ended -> close(killer));
            killWhenAsked(killer, process);
            end.join();
            return exitCode(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void killWhenAsked(ServerSocket killer, Process process) {
        try (Socket asked = killer.accept()) {
            process.destroyForcibly().waitFor();
            asked.shutdownInput();
        } catch (IOException e) {
            // It has ended by itself
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it at its n-th write: before the account gets it, or after, but before the answer. */
    int killedAtWrite(int write, boolean after) {
        CompletableFuture<Process> started = new CompletableFuture<>();
        rig.turnstile.at(write, after, () -> started.join().destroyForcibly());
        Process process = start(List.of());
        started.complete(process);
        int code = exitCode(process);
        rig.turnstile.at(0, after, () -> {});
        return code;
    }

    Process start(List<String> properties) {
        List<String> line = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
        line.addAll(List.of(
                "-Dhttp.proxyHost=" + rig.turnstile.url().getHost(),
                "-Dhttp.proxyPort=" + rig.turnstile.url().getPort(),
                "-Dhttp.nonProxyHosts="));
        line.addAll(properties);
        line.addAll(classPath.options());
        line.addAll(List.of(KilledMigrate.class.getName(), "--config", "migrate.json", command));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(rig.folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(outFile().toFile()));
        builder.environment().put(Rig.VARIABLE, Rig.TOKEN);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path outFile() {
        return rig.folder.resolve("out.txt");
    }

    /** Returns what all processes of the rig have printed. */
    String out() {
        try {
            return Files.readString(outFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    int exitCode(Process process) {
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("it did not end in " + LONGEST_SECONDS + " s: " + out());
            }
            rig.turnstile.awaitQuiet();
            int code = process.exitValue();
            if (code == KILLED) {
                Tally.killed();
            }
            return code;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

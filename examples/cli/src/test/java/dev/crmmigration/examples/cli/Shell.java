package dev.crmmigration.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crmmigration.examples.cli.toy.NameToPerson;
import dev.crmmigration.examples.cli.toy.ToyDestination;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Calls commands in a folder of their own, and keeps what they print. */
final class Shell {

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>(Map.of("TOY_TOKEN", ToyDestination.TOKEN));
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    Shell(Path folder) {
        this.folder = folder;
    }

    /** Writes an export of names and a config that names an account of its own. */
    Shell migrating(String... names) {
        write("names.txt", String.join("\n", names) + "\n");
        return config("""
                {"workspace": "work",
                 "source": {"platform": "toy", "settings": {"export": "names.txt"}},
                 "destination": {"platform": "toybox", "settings": {"account": "%s", "token": "${env:TOY_TOKEN}"}},
                 "policies": {"%s": "asTheyAre"}}
                """.formatted(account(), NameToPerson.CHOICE));
    }

    /** Replaces something in the config. */
    Shell editing(String what, String with) {
        String before = read("migrate.json");
        if (!before.contains(what)) {
            throw new IllegalArgumentException("the config does not hold " + what);
        }
        return config(before.replace(what, with));
    }

    Shell config(String json) {
        write("migrate.json", json);
        return this;
    }

    Shell set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Returns the name of the account in memory; no two folders have the same. */
    String account() {
        return folder.toString().replace('\\', '/');
    }

    /** Calls {@code migrate} with the config file of the folder and returns the exit code. */
    int migrate(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--config";
        all[1] = folder.resolve("migrate.json").toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return call(all);
    }

    int call(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        Host host =
                new Host(new PrintWriter(out), new PrintWriter(err), environment, false, () -> 0L, new Interruption());
        return MigrateCommand.commandLine(host).execute(arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** Returns standard output, which must be one JSON document. */
    JsonNode json() throws JsonProcessingException {
        return new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(out());
    }

    void write(String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.crmmigration.engine.model;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** What a sequence did, in words. */
final class Story {

    private final long seed;
    private final List<String> lines = new ArrayList<>();

    Story(long seed) {
        this.seed = seed;
    }

    void tell(String line) {
        lines.add(line);
    }

    String told(Throwable end) {
        StringWriter trace = new StringWriter();
        end.printStackTrace(new PrintWriter(trace));
        List<String> frames = trace.toString()
                .lines()
                .filter(line -> line.contains("crmmigration") || !line.startsWith("\tat"))
                .limit(60)
                .toList();
        return "\nseed " + seed + " (run it alone with -Dmodel.seed=" + seed + "):\n  " + String.join("\n  ", lines)
                + "\n  then: " + String.join("\n    ", frames) + "\n";
    }
}

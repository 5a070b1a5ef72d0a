package dev.crmmigration.examples.cli.config;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts environment variables in the place of {@code ${env:NAME}}. */
final class Variables {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");

    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Tells whether a text takes anything from the environment. */
    static boolean areIn(String text) {
        return text.contains("${");
    }

    /**
     * Returns the text with the values of its variables.
     *
     * @param where the place of the text in the config file, for problems
     * @param problems gets a sentence for each variable that is not set; never a value
     */
    String replace(String where, String text, List<String> problems) {
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder replaced = new StringBuilder();
        while (reference.find()) {
            String name = reference.group(1);
            String value = environment.getOrDefault(name, "");
            if (value.isEmpty()) {
                problems.add(where + " takes its value from the environment variable " + name
                        + ", which is not set or empty. Set it and try again");
            }
            reference.appendReplacement(replaced, Matcher.quoteReplacement(value));
        }
        reference.appendTail(replaced);
        if (Variables.areIn(REFERENCE.matcher(text).replaceAll(""))) {
            problems.add(where + " has a '${' that does not begin ${env:NAME}");
        }
        return replaced.toString();
    }
}

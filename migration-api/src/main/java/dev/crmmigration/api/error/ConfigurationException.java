package dev.crmmigration.api.error;

import java.util.List;

/** Settings or input are wrong and a person has to mend them; nothing was read or written. Names all that is wrong. */
public final class ConfigurationException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /**
     * @param subject what is wrong, such as {@code connector 'pipedrive'}
     * @param problems a sentence each: what, where, what to do; at least one
     */
    public ConfigurationException(String subject, List<String> problems) {
        super(message(subject, problems), null);
        this.problems = List.copyOf(problems);
    }

    public ConfigurationException(String problem) {
        super(problem, null);
        this.problems = List.of(problem);
    }

    public List<String> problems() {
        return problems;
    }

    private static String message(String subject, List<String> problems) {
        String head = subject + " has " + problems.size() + " problem(s):";
        return head + "\n - " + String.join("\n - ", problems);
    }
}

package dev.crmmigration.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.MigrationException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.engine.StepOrderException;
import dev.crmmigration.examples.cli.text.Words;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says what went wrong, without a stack trace unless somebody asks for it. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final String DEBUG_VARIABLE = "MIGRATE_DEBUG";

    private final Host host;

    Failures(Host host) {
        this.host = host;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        List<String> arguments = parsed.originalArgs();
        if (failure instanceof ParameterException usage) {
            return handleParseException(usage, arguments.toArray(new String[0]));
        }
        if (arguments.contains("--debug") || "1".equals(host.environment().get(DEBUG_VARIABLE))) {
            failure.printStackTrace(host.err());
        }
        List<String> problems = failure instanceof ConfigurationException wrong ? wrong.problems() : List.of();
        return complain(message(failure), problems, ExitCode.of(failure), arguments);
    }

    @Override
    public int handleParseException(ParameterException usage, String[] arguments) {
        String message = usage.getMessage() + ". See '"
                + usage.getCommandLine().getCommandSpec().qualifiedName() + " --help'";
        return complain(message, List.of(), ExitCode.INPUT_WRONG, Arrays.asList(arguments));
    }

    private int complain(String message, List<String> problems, ExitCode code, List<String> arguments) {
        if (arguments.contains("--json")) {
            host.out().println(json(message, problems, code).toPrettyString());
        } else {
            host.err().println("migrate: " + message);
        }
        host.out().flush();
        host.err().flush();
        return code.number();
    }

    private static ObjectNode json(String message, List<String> problems, ExitCode code) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        problems.forEach(list::add);
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("message", message);
        error.set("problems", list);
        error.put("exitCode", code.number());
        return JsonNodeFactory.instance.objectNode().set("error", error);
    }

    /** Our own messages hold no values; those of others may, so they are shown with the stack trace only. */
    private static String message(Exception failure) {
        boolean isOurs = failure instanceof MigrationException || failure instanceof StepOrderException;
        if (failure instanceof RetryableConnectorException later
                && later.retryAfter().isPresent()) {
            return failure.getMessage() + ". Not before "
                    + Words.moment(later.retryAfter().get());
        }
        if (isOurs) {
            return String.valueOf(failure.getMessage());
        }
        return "unexpected " + failure.getClass().getName() + place(failure)
                + ". Call it again with --debug to see more," + " which may show personal data";
    }

    private static String place(Exception failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.crmmigration."))
                .findFirst()
                .map(frame -> " at " + frame.getClassName() + ":" + frame.getLineNumber())
                .orElse("");
    }
}

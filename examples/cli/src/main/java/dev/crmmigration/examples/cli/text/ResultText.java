package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.StepResult;

/** How a step ended, as text. */
public final class ResultText {

    private ResultText() {}

    public static void print(String step, StepResult result, Text text) {
        String heading = step + ": " + words(result);
        if (result.reasons().isEmpty()) {
            text.heading(heading);
        } else {
            text.list(heading, result.reasons());
        }
    }

    private static String words(StepResult result) {
        return switch (result.completion()) {
            case COMPLETE -> "complete";
            case PARKED ->
                "parked"
                        + result.until()
                                .map(moment -> " until " + Words.moment(moment))
                                .orElse("") + "; the same command goes on then";
            case STOPPED -> "stopped; the same command goes on";
            case WAITS -> "waits for a person";
            case BROKEN -> "BROKEN: something that must hold does not";
        };
    }
}

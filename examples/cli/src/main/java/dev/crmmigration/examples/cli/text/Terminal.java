package dev.crmmigration.examples.cli.text;

import java.io.Console;

/** Tells whether a person looks on. */
public final class Terminal {

    private Terminal() {}

    @SuppressWarnings("SystemConsoleNull") // Both worlds are looked after: no console, and one that is no terminal.
    public static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            // Before Java 22 there was a console only where there was a terminal.
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}

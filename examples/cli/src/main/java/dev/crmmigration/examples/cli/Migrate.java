package dev.crmmigration.examples.cli;

/** The entry point of {@code migrate.jar}. */
public final class Migrate {

    private Migrate() {}

    public static void main(String[] args) {
        System.out.println("Migrate " + String.join(" ", args));
    }
}
